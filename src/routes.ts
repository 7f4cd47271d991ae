import { prefix, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes'
import { indicatorRoutes } from './modules/indicators/routes.ts'
import {
  municipalityPublishingRoutes,
  publishingApiRoutes,
  publishingRoutes,
} from './modules/publishing/routes.ts'
import { strategyRoutes } from './modules/strategy/routes.ts'
import { surveyRoutes } from './modules/surveys/routes.ts'
import { workRoutes } from './modules/work/routes.ts'

/** Every page in Latvian; its English twin is the same page under `/en`. */
const pages: RouteConfigEntry[] = [
  ...publishingRoutes,
  ...workRoutes,
  route(':municipality', 'app/municipality-layout.tsx', [
    ...municipalityPublishingRoutes,
    ...strategyRoutes,
    ...indicatorRoutes,
    ...surveyRoutes,
  ]),
]

export default [...pages, ...prefix('en', pages).map(asTwin), ...publishingApiRoutes] satisfies RouteConfig

/** The same files again need ids of their own. */
function asTwin(entry: RouteConfigEntry): RouteConfigEntry {
  const { children, ...rest } = entry
  return {
    ...rest,
    id: `en/${entry.id ?? entry.file}`,
    ...(children ? { children: children.map(asTwin) } : {}),
  }
}
