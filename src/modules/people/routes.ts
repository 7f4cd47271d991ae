import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/people/pages/${name}`

/** What is kept of persons, below a municipality's workplace. */
export const peopleWorkRoutes: RouteConfigEntry[] = [
  route('personas-dati', page('data-register.tsx')),
  route('personas-dati.csv', page('data-register-file.ts')),
  route('personas-dati/personas', page('person-search.tsx')),
  route('personas-dati/personas/:person', page('person-data.tsx')),
  route('personas-dati/personas/:person/fails', page('person-data-file.ts')),
]
