import { type RouteConfigEntry, route } from '@react-router/dev/routes'

export const searchRoutes: RouteConfigEntry[] = [route('meklet', 'modules/search/pages/search.tsx')]
