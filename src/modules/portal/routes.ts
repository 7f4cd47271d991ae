import { index, type RouteConfigEntry, route } from '@react-router/dev/routes'
import { withTwin } from '#platform/http/with-twin.ts'

const page = (file: string) => `modules/portal/pages/${file}`

/** Pages of the whole country. */
export const countryRoutes: RouteConfigEntry[] = [
  index(page('country.tsx')),
  route('mana-iestade', page('own-institution-place.tsx')),
  route('par', page('about.tsx')),
  route('metodes', page('methods.tsx')),
  route('pieklustamiba', page('accessibility.tsx')),
  route('atvertie-dati', page('open-data.tsx')),
  route('vardnica', page('glossary.tsx')),
]

const planDocuments = withTwin('parskati', page('reports.tsx'), page('document-edit.tsx'))

/** Pages below a municipality's name that bring several modules together. */
export const portalRoutes: RouteConfigEntry[] = [index(page('municipality-overview.tsx')), ...planDocuments]

/** What a plan is taken from, and what can be taken away of it. */
export const planDocumentRoutes: RouteConfigEntry[] = planDocuments
