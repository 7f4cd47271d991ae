import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/work/pages/${name}`

/** What visitors can tell us, from any page, and what waits for whoever has signed in. */
export const workRoutes: RouteConfigEntry[] = [
  route('darbs', page('desk.tsx')),
  route('darbs/zinas', page('notices.tsx')),
  route('darbs/kalendars', page('calendar.tsx')),
  route('darbs/kalendars.ics', page('calendar-file.ts')),
  route('zinot/atrakstities', page('sign-out.tsx')),
  route('zinot', page('report.tsx')),
  route('zinot/paldies', page('report-thanks.tsx')),
]
