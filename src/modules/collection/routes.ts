import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `modules/collection/pages/${name}`

const callPage = (name: string) => `modules/collection/calls/pages/${name}`
const campaignPage = (name: string) => `modules/collection/campaigns/pages/${name}`
const analysisPage = (name: string) => `modules/collection/analyses/pages/${name}`

/** Preparing calls and reading them. */
const calls: RouteConfigEntry[] = [
  route('datu-vaksana', callPage('call-list.tsx')),
  route('datu-vaksana/jauna', callPage('call-new.tsx')),
  route('datu-vaksana/elementi', callPage('element-list.tsx')),
  route('datu-vaksana/elementi/jauns', callPage('element-edit.tsx'), { id: 'element-new' }),
  route('datu-vaksana/elementi/:element', callPage('element-edit.tsx')),
  route('datu-vaksana/sagataves', callPage('template-list.tsx')),
  route('datu-vaksana/vaksana/:call', callPage('call-detail.tsx')),
  route('datu-vaksana/vaksana/:call/labot', callPage('call-edit.tsx')),
  route('datu-vaksana/vaksana/:call/atvert', callPage('call-open.tsx')),
  route('datu-vaksana/vaksana/:call/termini', callPage('call-extend.tsx')),
  route('datu-vaksana/vaksana/:call/atsaukt', callPage('call-withdraw.tsx')),
  route('datu-vaksana/vaksana/:call/sagatave', callPage('template-from-call.tsx')),
]

/** Filling in, handing in and deciding. */
const submissions: RouteConfigEntry[] = [
  route('datu-vaksana/vaksana/:call/:institution', page('submission-form.tsx')),
  route('datu-vaksana/vaksana/:call/atbildes.xlsx', page('call-answers.ts'), { id: 'call-answers-xlsx' }),
  route('datu-vaksana/vaksana/:call/atbildes.csv', page('call-answers.ts'), { id: 'call-answers-csv' }),
  route('datu-vaksana/vaksana/:call/:institution/veidlapa.xlsx', page('form-workbook.ts')),
  route('datu-vaksana/vaksana/:call/:institution/augsupielade', page('workbook-upload.tsx')),
  route('datu-vaksana/vaksana/:call/:institution/parskats', page('submission-review.tsx')),
  route('datu-vaksana/vaksana/:call/:institution/atgriezts', page('submission-feedback.tsx')),
  route('datu-vaksana/vaksana/:call/rezultats', page('call-results.tsx')),
  route('datu-vaksana/formulas', page('formula-list.tsx')),
  route('datu-vaksana/formulas/:formula', page('formula-edit.tsx')),
]

/** Who has answered, who has not, and the year's calendar. */
const monitoring: RouteConfigEntry[] = [
  route('datu-vaksana/gads', page('call-year.tsx')),
  route('datu-vaksana/gads.ics', page('call-year-file.ts')),
  route('datu-vaksana/vaksana/:call/uzraudziba', page('monitoring.tsx')),
]

/** Lists of works, short questions and analyses. */
const campaigns: RouteConfigEntry[] = [
  route('datu-vaksana/darba-saraksti', campaignPage('campaign-list.tsx')),
  route('datu-vaksana/darba-saraksti/jauns', campaignPage('campaign-new.tsx')),
  route('datu-vaksana/darba-saraksti/:key', campaignPage('campaign-work.tsx')),
  route('datu-vaksana/aptaujas', campaignPage('poll-work-list.tsx')),
  route('datu-vaksana/aptaujas/jauna', campaignPage('poll-new.tsx')),
  route('datu-vaksana/aptaujas/pasvaldibam/:key', campaignPage('country-poll-answer.tsx')),
  route('datu-vaksana/aptaujas/:key', campaignPage('poll-work.tsx')),
  route('datu-vaksana/aptaujas/:key/labot', campaignPage('poll-edit.tsx')),
  route('datu-vaksana/analizes', analysisPage('analysis-list.tsx')),
  route('datu-vaksana/analizes/jauna', analysisPage('analysis-new.tsx')),
  route('datu-vaksana/analizes/:id', analysisPage('analysis-detail.tsx')),
  route('datu-vaksana/analizes/:id/labot', analysisPage('analysis-edit.tsx')),
]

/** The same, as everybody reads them. */
const publicCampaigns: RouteConfigEntry[] = [
  route('datu-vaksana/aptaujas', campaignPage('public-polls.tsx')),
  route('datu-vaksana/aptaujas/:key', campaignPage('public-poll.tsx')),
  route('datu-vaksana/darba-saraksti', campaignPage('public-campaigns.tsx')),
  route('datu-vaksana/darba-saraksti/:key', campaignPage('public-campaign.tsx')),
]

/** Questions of the country to municipalities: putting them, and reading what was answered. */
const countryPolls: RouteConfigEntry[] = [
  route('darbs/aptaujas-pasvaldibam', campaignPage('country-poll-works.tsx')),
  route('darbs/aptaujas-pasvaldibam/jauna', campaignPage('country-poll-new.tsx')),
  route('darbs/aptaujas-pasvaldibam/:key', campaignPage('country-poll-work.tsx')),
]
const publicCountryPolls: RouteConfigEntry[] = [
  route('aptaujas-pasvaldibam', campaignPage('country-poll-list.tsx')),
  route('aptaujas-pasvaldibam/:key', campaignPage('country-poll.tsx')),
]

/** Pages of a municipality's workplace. */
export const collectionWorkRoutes: RouteConfigEntry[] = [
  ...calls,
  ...submissions,
  ...monitoring,
  ...campaigns,
]

/**
 * What is asked for every few seconds by everybody who types. It says itself where it belongs, so that nothing is
 * looked up before it; hence it stands beside the workplace and not in it.
 */
export const collectionEntryRoutes: RouteConfigEntry[] = [
  route('darbs/:municipality/datu-vaksana/vaksana/:call/:institution/ieraksti', page('entries.ts')),
]

/** Pages of a municipality that everybody reads. */
export const collectionRoutes: RouteConfigEntry[] = [
  route('datu-vaksana', callPage('public-calls.tsx')),
  ...publicCampaigns,
  route('datu-vaksana/:call', callPage('public-call.tsx')),
  route('datu-slogs', page('burden.tsx')),
]

/** Pages of the country's workplace. */
export const collectionCountryRoutes: RouteConfigEntry[] = [
  route('darbs/datu-vaksana', callPage('country-templates.tsx')),
  route('darbs/datu-vaksana/jauna', callPage('country-template-new.tsx')),
  ...countryPolls,
]

/** Pages of the country that everybody reads. */
export const collectionCountryPublicRoutes: RouteConfigEntry[] = [...publicCountryPolls]

/** What is answered by a link in a letter, without signing in. */
export const collectionReplyRoutes: RouteConfigEntry[] = [route('zinot/atbilde', page('reply.tsx'))]
