import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/findings/pages/${name}`

export const findingRoutes: RouteConfigEntry[] = [
  route('datu-kvalitate', page('finding-list.tsx')),
  route('datu-kvalitate.csv', page('finding-list-file.ts'), { id: 'finding-list.csv' }),
  route('datu-kvalitate.json', page('finding-list-file.ts'), { id: 'finding-list.json' }),
]
