import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/work/pages/${name}`
const dutyPage = (name: string) => `modules/work/duties/pages/${name}`

/** What visitors can tell us, from any page, and what waits for whoever has signed in. */
export const workRoutes: RouteConfigEntry[] = [
  route('darbs', page('desk.tsx')),
  route('darbs/konts/mani-dati', page('own-data.tsx')),
  route('darbs/konts/mani-dati.json', page('own-data-file.ts')),
  route('darbs/zinas', page('notices.tsx')),
  route('darbs/kalendars', page('calendar.tsx')),
  route('darbs/kalendars.ics', page('calendar-file.ts')),
  route('zinot/atrakstities', page('sign-out.tsx')),
  route('zinot', page('report.tsx')),
  route('zinot/paldies', page('report-thanks.tsx')),
]

/** What readers have told about pages of the country. */
export const messageCountryRoutes: RouteConfigEntry[] = [
  route('darbs/zinojumi', page('message-list.tsx'), { id: 'country-message-list' }),
  route('darbs/zinojumi/:id', page('message-detail.tsx'), { id: 'country-message-detail' }),
]

/** Pages of a municipality's workplace. */
export const messageWorkRoutes: RouteConfigEntry[] = [
  route('zinojumi', page('message-list.tsx')),
  route('zinojumi/:id', page('message-detail.tsx')),
  route('zinojumi/:id/labojums', page('message-correction.tsx')),
]

/** Pages of a municipality that everybody reads. */
export const correctionRoutes: RouteConfigEntry[] = [
  route('labojumi', page('correction-list.tsx')),
  route('labojumi.atom', page('correction-feed.ts')),
]

/** What the law, a rule of the Cabinet or the strategy asks for, by when: in the workplace, and as everybody reads it. */
export const dutyWorkRoutes: RouteConfigEntry[] = [
  route('pienakumi', dutyPage('duty-list.tsx')),
  route('pienakumi/savi/:id', dutyPage('own-duty-edit.tsx')),
  route('pienakumi/:duty/:period', dutyPage('duty-detail.tsx')),
  route('pienakumi/:duty/:period/:institution', dutyPage('duty-detail.tsx'), { id: 'institution-duty' }),
]
export const dutyRoutes: RouteConfigEntry[] = [route('pienakumi', dutyPage('public-duties.tsx'))]
