import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/registry/pages/${name}`

export const institutionRoutes: RouteConfigEntry[] = [
  route('iestades', page('institution-list.tsx')),
  route('iestades/:institution', page('institution-detail.tsx')),
]
