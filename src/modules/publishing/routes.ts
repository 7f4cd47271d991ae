import { index, type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (file: string) => `modules/publishing/pages/${file}`

/** Pages of the whole country. */
export const publishingRoutes: RouteConfigEntry[] = [
  index(page('country.tsx')),
  route('metodes', page('methods.tsx')),
  route('pieklustamiba', page('accessibility.tsx')),
  route('atvertie-dati', page('open-data.tsx')),
]

/** Pages below a municipality's name that bring several modules together. */
export const municipalityPublishingRoutes: RouteConfigEntry[] = [
  index(page('overview.tsx')),
  route('parskati', page('reports.tsx')),
  route('datu-kvalitate', page('data-quality.tsx')),
  route('datu-kvalitate/apgalvojumi', page('claims.tsx')),
  route('datu-kvalitate.csv', page('findings-csv.ts')),
  route('datu-kvalitate.json', page('findings-json.ts')),
]

/** The public API, outside every page. */
export const publishingApiRoutes: RouteConfigEntry[] = [route('api/*', 'modules/publishing/api/route.ts')]
