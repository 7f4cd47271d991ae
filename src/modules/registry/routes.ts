import { type RouteConfigEntry, route } from '@react-router/dev/routes'
import { withTwin } from '#platform/http/with-twin.ts'

const page = (name: string) => `modules/registry/pages/${name}`

export const institutionRoutes: RouteConfigEntry[] = [
  route('mana-iestade', page('own-institution.tsx')),
  ...withTwin('iestades', page('institution-list.tsx'), page('institution-new.tsx')),
  ...withTwin('iestades/:institution', page('institution-detail.tsx'), page('institution-edit.tsx')),
]
