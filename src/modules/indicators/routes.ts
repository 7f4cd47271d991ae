import { type RouteConfigEntry, route } from '@react-router/dev/routes'
import { withTwin } from '#platform/http/with-twin.ts'

const page = (name: string) => `modules/indicators/pages/${name}`

export const indicatorRoutes: RouteConfigEntry[] = [
  ...withTwin('raditaji', page('indicator-list.tsx'), page('indicator-new.tsx')),
  route('raditaji.csv', page('indicator-list-file.ts'), { id: 'indicator-list.csv' }),
  route('raditaji.json', page('indicator-list-file.ts'), { id: 'indicator-list.json' }),
  ...withTwin('raditaji/:code', page('indicator-detail.tsx'), page('indicator-edit.tsx')),
  route('raditaji/:code/dati.csv', page('indicator-file.ts'), { id: 'indicator.csv' }),
  route('raditaji/:code/dati.json', page('indicator-file.ts'), { id: 'indicator.json' }),
  route('raditaji/:code/grafiks.svg', page('indicator-chart.ts'), { id: 'indicator-chart.svg' }),
  route('raditaji/:code/grafiks.png', page('indicator-chart.ts'), { id: 'indicator-chart.png' }),
]
