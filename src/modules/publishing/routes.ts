import { index, type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/publishing/pages/${name}.tsx`

/** Pages of the whole country. */
export const publishingRoutes: RouteConfigEntry[] = [index(page('country'))]

/** Pages below a municipality's name that bring several modules together. */
export const municipalityPublishingRoutes: RouteConfigEntry[] = []

/** The public API, outside every page. */
export const publishingApiRoutes: RouteConfigEntry[] = [route('api/*', 'modules/publishing/api/route.ts')]
