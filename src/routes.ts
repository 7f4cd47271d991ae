import {
  index,
  layout,
  prefix,
  type RouteConfig,
  type RouteConfigEntry,
  route,
} from '@react-router/dev/routes'
import { accountCountryRoutes, accountRoutes, accountWorkRoutes } from './app/accounts/routes.ts'
import { dataWorkRoutes } from './app/data-routes.ts'
import { firstPlanRoutes } from './app/first-plan/routes.ts'
import { accessRoutes, accessWorkRoutes } from './modules/access/routes.ts'
import {
  collectionCountryPublicRoutes,
  collectionCountryRoutes,
  collectionEntryRoutes,
  collectionReplyRoutes,
  collectionRoutes,
  collectionWorkRoutes,
} from './modules/collection/routes.ts'
import { findingRoutes, findingWorkRoutes } from './modules/findings/routes.ts'
import { indicatorRoutes } from './modules/indicators/routes.ts'
import { peopleWorkRoutes } from './modules/people/routes.ts'
import { countryRoutes, planDocumentRoutes, portalRoutes } from './modules/portal/routes.ts'
import { publishingRoutes, publishingWorkRoutes } from './modules/publishing/routes.ts'
import { institutionRoutes } from './modules/registry/routes.ts'
import { searchRoutes } from './modules/search/routes.ts'
import {
  alignmentRoutes,
  strategyReplyRoutes,
  strategyRoutes,
  strategyWorkRoutes,
} from './modules/strategy/routes.ts'
import { surveyRoutes } from './modules/surveys/routes.ts'
import {
  correctionRoutes,
  dutyRoutes,
  dutyWorkRoutes,
  messageCountryRoutes,
  messageWorkRoutes,
  workRoutes,
} from './modules/work/routes.ts'

/** Pages that every plan of a municipality has; those of the current one stand below the municipality itself as well. */
const planPages = [...strategyRoutes, ...indicatorRoutes, ...planDocumentRoutes]

/** Every page in Latvian; its English twin is the same page under `/en`. */
const pages: RouteConfigEntry[] = [
  ...countryRoutes,
  ...searchRoutes,
  ...collectionCountryPublicRoutes,
  ...collectionReplyRoutes,
  ...strategyReplyRoutes,
  ...collectionEntryRoutes,
  ...workRoutes,
  ...accountRoutes,
  route('veidne', 'app/pages/gallery.tsx'),
  route('veidne/:part', 'app/pages/gallery-part.tsx'),
  layout('app/country-layout.tsx', [
    ...messageCountryRoutes,
    ...collectionCountryRoutes,
    ...accountCountryRoutes,
    ...accessRoutes,
    route('darbs/sistema', 'app/pages/system.tsx'),
  ]),
  route('darbs/:municipality', 'app/work-layout.tsx', [
    index('app/pages/workplace.tsx'),
    ...firstPlanRoutes,
    ...dataWorkRoutes,
    ...accessWorkRoutes,
    ...accountWorkRoutes,
    ...findingWorkRoutes,
    ...messageWorkRoutes,
    ...collectionWorkRoutes,
    ...strategyWorkRoutes,
    ...dutyWorkRoutes,
    ...publishingWorkRoutes,
    ...peopleWorkRoutes,
    route('datnes/:id', 'app/pages/work-file.ts'),
    route('melnraksti', 'app/pages/drafts.ts'),
    route('vesture', 'app/pages/history.tsx'),
  ]),
  route(':municipality', 'app/municipality-layout.tsx', [
    layout('app/pages/within-municipality.tsx', [
      ...portalRoutes,
      ...strategyRoutes,
      ...indicatorRoutes,
      ...surveyRoutes,
      ...institutionRoutes,
      ...findingRoutes,
      ...collectionRoutes,
      ...correctionRoutes,
      ...alignmentRoutes,
      ...dutyRoutes,
      ...publishingRoutes,
      route('datnes/:id', 'app/pages/public-file.ts'),
      route('plani/:plan', 'app/plan-layout.tsx', [
        index('app/plan-home.ts'),
        ...planPages.map((page) => asTwin(page, 'plan')),
      ]),
      route('*', 'app/pages/absent.tsx'),
    ]),
  ]),
]

export default [
  ...pages,
  ...prefix('en', pages).map((page) => asTwin(page, 'en')),
  route('api/*', 'app/api-route.ts'),
  route('robots.txt', 'app/pages/robots.ts'),
  route('sitemap.xml', 'app/pages/sitemap.ts'),
  route('sitemap/:part.xml', 'app/pages/sitemap-part.ts'),
] satisfies RouteConfig

/** The same files again need ids of their own. */
function asTwin(entry: RouteConfigEntry, family: string): RouteConfigEntry {
  const { children, ...rest } = entry
  return {
    ...rest,
    id: `${family}/${entry.id ?? entry.file}`,
    ...(children ? { children: children.map((child) => asTwin(child, family)) } : {}),
  }
}
