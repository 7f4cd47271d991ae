import { type RouteConfigEntry, route } from '@react-router/dev/routes'
import { withTwin } from '#platform/http/with-twin.ts'

const page = (name: string) => `modules/strategy/pages/${name}`
const accountabilityPage = (name: string) => `modules/strategy/accountability/pages/${name}`

const versionPage = (name: string) => `modules/strategy/versions/pages/${name}`

/** Versions of a plan as everybody reads them. */
const publicVersions: RouteConfigEntry[] = [
  route('redakcijas', versionPage('public-versions.tsx')),
  route('redakcijas/:version', versionPage('public-version.tsx')),
]
const planPage = (name: string) => `modules/strategy/alignment/pages/${name}`

export const strategyRoutes: RouteConfigEntry[] = [
  ...publicVersions,
  ...withTwin('strategija', page('strategy-overview.tsx'), page('plan-edit.tsx')),
  route('strategija/:goal', page('goal-detail.tsx')),
  ...withTwin('ricibas-plans', page('action-list.tsx'), page('sitting-edit.tsx')),
  route('ricibas-plans.csv', page('action-list-file.ts'), { id: 'action-list.csv' }),
  route('ricibas-plans.json', page('action-list-file.ts'), { id: 'action-list.json' }),
  ...withTwin('ricibas-plans/:code', page('action-detail.tsx'), page('action-edit.tsx')),
  ...withTwin('programmas', page('programme-list.tsx'), page('programme-edit.tsx')),
  ...withTwin('datu-kvalitate/apgalvojumi', page('claim-list.tsx'), page('claim-edit.tsx')),
]

/** Who answers for what, with what, and what may hit it. */
const accountability: RouteConfigEntry[] = [
  route('ricibas-plans/atbildiba', accountabilityPage('accountability.tsx')),
  route('ricibas-plans/atbildiba/trukst', accountabilityPage('missing.tsx')),
  route('ricibas-plans/atbildiba/:code', accountabilityPage('accounted-action.tsx')),
  route('riski', accountabilityPage('risks.tsx')),
  route('riski/:part/:cause', accountabilityPage('risk-edit.tsx')),
  route('nacionalie-merki', accountabilityPage('national.tsx')),
  route('nacionalie-merki/:nationalPlan/:goal', accountabilityPage('national-edit.tsx')),
]

const roundPage = (name: string) => `modules/strategy/rounds/pages/${name}`

/** Asking everybody how far their actions have come. */
const rounds: RouteConfigEntry[] = [
  route('statusa-kartas', roundPage('round-list.tsx')),
  route('statusa-kartas/jauna', roundPage('round-new.tsx')),
  route('statusa-kartas/:round', roundPage('round-detail.tsx')),
  route('statusa-kartas/:round/labot', roundPage('round-edit.tsx')),
  route('statusa-kartas/:round/sede', roundPage('round-sitting.tsx')),
  route('statusa-kartas/:round/:action', roundPage('round-action.tsx')),
]

/** Drafts, comparison, the council's decision, the next strategy. */
const versions: RouteConfigEntry[] = [
  route('redakcijas', versionPage('version-list.tsx')),
  route('redakcijas/:version', versionPage('version-detail.tsx')),
  route('redakcijas/:version/salidzinajums', versionPage('version-comparison.tsx')),
  route('redakcijas/:version/lemums', versionPage('decision-edit.tsx')),
  route('redakcijas/:version/pienemt', versionPage('version-adopt.tsx')),
  route('redakcijas/:version/atmest', versionPage('version-drop.tsx')),
  route('redakcijas/:version/jauna-darbiba', versionPage('proposal-edit.tsx'), { id: 'proposal-new' }),
  route('redakcijas/:version/:target/:code', versionPage('proposal-edit.tsx')),
  route('videja-termina-parskats', versionPage('midterm.tsx')),
  route('videja-termina-parskats/:target/:code', versionPage('midterm-step.tsx')),
  route('nakama-koncepcija', versionPage('next-strategy.tsx')),
]

/** The department's yearly plan and institutions' development plans. */
const alignment: RouteConfigEntry[] = [
  route('darba-plani/jauns', planPage('work-plan-new.tsx')),
  route('attistibas-plani/jauns', planPage('plan-new.tsx')),
  ...plansAt('darba-plani', 'work'),
  ...plansAt('attistibas-plani', 'development'),
  route('attistibas-plani/pieprasit', planPage('plan-ask.tsx')),
  route('saskanotiba', planPage('coverage.tsx')),
]

/** Both kinds of plans have the same pages. */
function plansAt(home: string, family: string): RouteConfigEntry[] {
  const at = (path: string, file: string) =>
    route([home, path].filter(Boolean).join('/'), planPage(file), { id: `${family}/${file}` })
  return [
    at('', 'plan-list.tsx'),
    at(':plan', 'plan-detail.tsx'),
    at(':plan/labot', 'plan-edit.tsx'),
    at(':plan/uzdevumi/:item', 'item-edit.tsx'),
    at(':plan/no-darbibam', 'plan-from-actions.tsx'),
    at(':plan/parnemt', 'plan-carry-over.tsx'),
    at(':plan/plans.xlsx', 'plan-workbook.ts'),
    at(':plan/augsupielade', 'plan-upload.tsx'),
  ]
}

/** Below a municipality's workplace. */
export const strategyWorkRoutes: RouteConfigEntry[] = [
  route('darbibas/:code/datne', page('evidence-file.tsx')),
  ...accountability,
  ...rounds,
  ...versions,
  ...alignment,
]

/** Yearly and development plans, as everybody reads them; they are of no single plan of the municipality. */
export const alignmentRoutes: RouteConfigEntry[] = [route('saskanotiba', planPage('public-alignment.tsx'))]

/** What is reported by a link in a letter, without signing in. */
export const strategyReplyRoutes: RouteConfigEntry[] = [route('zinot/darbibas', roundPage('by-link.tsx'))]
