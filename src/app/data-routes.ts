import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `app/pages/${name}`

/** Data of a municipality as files, in and out, in its workplace. */
export const dataWorkRoutes: RouteConfigEntry[] = [
  route('dati', page('data.tsx')),
  route('dati/cilveki', page('data-people.tsx')),
  route('dati/fails/:file', page('data-file.ts')),
  route('dati/ielade/:upload', page('data-upload.tsx')),
  route('dati/ielade/:upload/kludas/:part', page('data-errors.ts')),
]
