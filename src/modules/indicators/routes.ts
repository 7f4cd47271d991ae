import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/indicators/pages/${name}`

export const indicatorRoutes: RouteConfigEntry[] = [
  route('raditaji', page('indicator-list.tsx')),
  route('raditaji.csv', page('indicator-list-data.ts'), { id: 'indicator-list.csv' }),
  route('raditaji.json', page('indicator-list-data.ts'), { id: 'indicator-list.json' }),
  route('raditaji/:code', page('indicator.tsx')),
  route('raditaji/:code/dati.csv', page('indicator-data.ts'), { id: 'indicator.csv' }),
  route('raditaji/:code/dati.json', page('indicator-data.ts'), { id: 'indicator.json' }),
]
