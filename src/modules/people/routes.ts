import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/people/pages/${name}`

/** The people of a municipality and what is kept of them, below its workplace. */
export const peopleWorkRoutes: RouteConfigEntry[] = [
  route('cilveki', page('person-list.tsx')),
  route('cilveki/jauns', page('person-new.tsx')),
  route('cilveki/:person', page('person-detail.tsx')),
  route('klases', page('group-list.tsx')),
  route('personas-dati', page('data-register.tsx')),
  route('personas-dati.csv', page('data-register-file.ts')),
  route('personas-dati/personas', page('person-search.tsx')),
  route('personas-dati/personas/:person', page('person-data.tsx')),
  route('personas-dati/personas/:person/fails', page('person-data-file.ts')),
]
