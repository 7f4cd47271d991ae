import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/access/pages/${name}`

/** The same page about the country. */
const ofCountry = (path: string, name: string) => route(path, page(name), { id: `country/${name}` })

/** Who may what over the whole country, who can see what, and what was done: the pages of its administrators. */
export const accessRoutes: RouteConfigEntry[] = [
  ofCountry('darbs/tiesibas', 'grant-list.tsx'),
  ofCountry('darbs/tiesibas/dot', 'grant-new.tsx'),
  ofCountry('darbs/tiesibas/parskatisana', 'review.tsx'),
  ofCountry('darbs/tiesibas/:grant/beigt', 'grant-end.tsx'),
  ofCountry('darbs/kas-redz', 'who-can-see.tsx'),
  ofCountry('darbs/zurnals', 'journal.tsx'),
  ofCountry('darbs/zurnals/izmainas.csv', 'journal-file.ts'),
  ofCountry('darbs/zurnals/drosiba', 'security.tsx'),
  ofCountry('darbs/zurnals/drosiba.csv', 'security-file.ts'),
]

/** Who may what in a municipality, who can see what, and what was done: below its workplace. */
export const accessWorkRoutes: RouteConfigEntry[] = [
  route('tiesibas', page('grant-list.tsx')),
  route('tiesibas/dot', page('grant-new.tsx')),
  route('tiesibas/aizvietotajs', page('deputy.tsx')),
  route('tiesibas/parskatisana', page('review.tsx')),
  route('tiesibas/:grant/beigt', page('grant-end.tsx')),
  route('kas-redz', page('who-can-see.tsx')),
  route('zurnals', page('journal.tsx')),
  route('zurnals/izmainas.csv', page('journal-file.ts')),
  route('zurnals/lasijumi', page('readings.tsx')),
  route('zurnals/lasijumi.csv', page('readings-file.ts')),
  route('zurnals/drosiba', page('security.tsx')),
  route('zurnals/drosiba.csv', page('security-file.ts')),
]
