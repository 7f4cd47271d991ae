import { type RouteConfigEntry, route } from '@react-router/dev/routes'
import { withTwin } from '#platform/http/with-twin.ts'

const page = (name: string) => `modules/strategy/pages/${name}`

export const strategyRoutes: RouteConfigEntry[] = [
  ...withTwin('strategija', page('strategy-overview.tsx'), page('plan-edit.tsx')),
  ...withTwin('ricibas-plans', page('action-list.tsx'), page('sitting-edit.tsx')),
  route('ricibas-plans.csv', page('action-list-file.ts'), { id: 'action-list.csv' }),
  route('ricibas-plans.json', page('action-list-file.ts'), { id: 'action-list.json' }),
  ...withTwin('ricibas-plans/:code', page('action-detail.tsx'), page('action-edit.tsx')),
  ...withTwin('programmas', page('programme-list.tsx'), page('programme-edit.tsx')),
  ...withTwin('datu-kvalitate/apgalvojumi', page('claim-list.tsx'), page('claim-edit.tsx')),
]

/** Below a municipality's workplace. */
export const strategyWorkRoutes: RouteConfigEntry[] = [
  route('darbibas/:code/datne', page('evidence-file.tsx')),
]
