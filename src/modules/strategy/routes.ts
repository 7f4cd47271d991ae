import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/strategy/pages/${name}`

export const strategyRoutes: RouteConfigEntry[] = [
  route('strategija', page('strategy-overview.tsx')),
  route('ricibas-plans', page('action-list.tsx')),
  route('ricibas-plans.csv', page('action-list-file.ts'), { id: 'action-list.csv' }),
  route('ricibas-plans.json', page('action-list-file.ts'), { id: 'action-list.json' }),
  route('ricibas-plans/:code', page('action-detail.tsx')),
  route('programmas', page('programme-list.tsx')),
  route('datu-kvalitate/apgalvojumi', page('claim-list.tsx')),
]
