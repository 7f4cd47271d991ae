import { prefix, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes'
import { findingRoutes } from './modules/findings/routes.ts'
import { indicatorRoutes } from './modules/indicators/routes.ts'
import { countryRoutes, portalRoutes } from './modules/portal/routes.ts'
import { institutionRoutes } from './modules/registry/routes.ts'
import { strategyRoutes } from './modules/strategy/routes.ts'
import { surveyRoutes } from './modules/surveys/routes.ts'
import { workRoutes } from './modules/work/routes.ts'

/** Every page in Latvian; its English twin is the same page under `/en`. */
const pages: RouteConfigEntry[] = [
  ...countryRoutes,
  ...workRoutes,
  route(':municipality', 'app/municipality-layout.tsx', [
    ...portalRoutes,
    ...strategyRoutes,
    ...indicatorRoutes,
    ...surveyRoutes,
    ...institutionRoutes,
    ...findingRoutes,
  ]),
]

export default [
  ...pages,
  ...prefix('en', pages).map(asTwin),
  route('api/*', 'app/api-route.ts'),
] satisfies RouteConfig

/** The same files again need ids of their own. */
function asTwin(entry: RouteConfigEntry): RouteConfigEntry {
  const { children, ...rest } = entry
  return {
    ...rest,
    id: `en/${entry.id ?? entry.file}`,
    ...(children ? { children: children.map(asTwin) } : {}),
  }
}
