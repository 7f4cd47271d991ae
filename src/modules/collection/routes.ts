import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/collection/pages/${name}`

/** Preparing calls and reading them. */
const calls: RouteConfigEntry[] = []

/** Filling in, handing in and deciding. */
const submissions: RouteConfigEntry[] = [
  route('datu-vaksana/vaksana/:call/:institution', page('submission-form.tsx')),
  route('datu-vaksana/vaksana/:call/:institution/ieraksti', page('entries.ts')),
  route('datu-vaksana/vaksana/:call/:institution/parskats', page('submission-review.tsx')),
  route('datu-vaksana/vaksana/:call/:institution/atgriezts', page('submission-feedback.tsx')),
]

/** Who has answered, who has not, and the year's calendar. */
const monitoring: RouteConfigEntry[] = []

/** Lists of works, short questions and analyses. */
const campaigns: RouteConfigEntry[] = []

/** Pages of a municipality's workplace. */
export const collectionWorkRoutes: RouteConfigEntry[] = [
  ...calls,
  ...submissions,
  ...monitoring,
  ...campaigns,
]

/** Pages of a municipality that everybody reads. */
export const collectionRoutes: RouteConfigEntry[] = []

/** Pages of the country's workplace. */
export const collectionCountryRoutes: RouteConfigEntry[] = []

/** Pages of the country that everybody reads. */
export const collectionCountryPublicRoutes: RouteConfigEntry[] = []

/** What is answered by a link in a letter, without signing in. */
export const collectionReplyRoutes: RouteConfigEntry[] = []
