import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/findings/pages/${name}`

export const findingRoutes: RouteConfigEntry[] = [
  route('datu-kvalitate', page('finding-list.tsx')),
  route('datu-kvalitate/labot', page('finding-list-working.tsx')),
  route('datu-kvalitate.csv', page('finding-list-file.ts'), { id: 'finding-list.csv' }),
  route('datu-kvalitate.json', page('finding-list-file.ts'), { id: 'finding-list.json' }),
]

/** Pages of a municipality's workplace. */
export const findingWorkRoutes: RouteConfigEntry[] = [
  route('atradumi', page('finding-queue.tsx')),
  route('atradumi/ko-darit', page('guidance-list.tsx')),
  route('atradumi/ko-darit/:subject', page('guidance-edit.tsx')),
  route('atradumi/:identity', page('finding-life.tsx')),
]
