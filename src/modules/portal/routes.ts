import { index, type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (file: string) => `modules/portal/pages/${file}`

/** Pages of the whole country. */
export const countryRoutes: RouteConfigEntry[] = [
  index(page('country.tsx')),
  route('metodes', page('methods.tsx')),
  route('pieklustamiba', page('accessibility.tsx')),
  route('atvertie-dati', page('open-data.tsx')),
]

/** Pages below a municipality's name that bring several modules together. */
export const portalRoutes: RouteConfigEntry[] = [
  index(page('municipality-overview.tsx')),
  route('parskati', page('reports.tsx')),
]

/** What a plan is taken from, and what can be taken away of it. */
export const planDocumentRoutes: RouteConfigEntry[] = [route('parskati', page('reports.tsx'))]
