import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/surveys/pages/${name}`

export const surveyRoutes: RouteConfigEntry[] = [
  route('aptaujas', page('survey-list.tsx')),
  route('aptaujas/:key', page('survey-detail.tsx')),
  route('aptaujas/:key/dati.csv', page('survey-file.ts'), { id: 'survey.csv' }),
  route('aptaujas/:key/dati.json', page('survey-file.ts'), { id: 'survey.json' }),
]
