import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `app/first-plan/pages/${name}`

/** A municipality's first plan, from nothing to public, below its workplace. */
export const firstPlanRoutes: RouteConfigEntry[] = [
  route('sakums', page('guide.tsx')),
  route('sakums/plans', page('plan-step.tsx')),
  route('sakums/iestades', page('institutions-step.tsx')),
  route('sakums/merki', page('goals-step.tsx')),
  route('sakums/raditaji', page('indicators-step.tsx')),
  route('sakums/skaitli', page('figures-step.tsx')),
  route('sakums/prieksskats/*', page('preview.ts')),
]
