import { methodologyState, promisedIndicators, retirementOf, STATUSES } from '#modules/indicators'
import {
  type Action,
  CLAIM_VERDICTS,
  countByStatus,
  IMPLEMENTATION_STATUSES,
  STATUS_GROUPS,
  standingActionsOf,
} from '#modules/strategy'
import type { CountedFigure } from './counted-figure.ts'
import type { PlanData, ReportData } from './data.ts'
import { isMeasured } from './measured.ts'
import { surveyFigures } from './survey-figures.ts'

export type CountedFigures = ReadonlyMap<string, CountedFigure>

/**
 * Every figure that reports count or compute, by its id: `count:actions/implemented@KP1`. The one place where they come
 * about, so that a table, a sentence and a comparison with another document cannot say different ones.
 */
export function countFigures(data: ReportData): CountedFigures {
  const { plan, home } = data
  return new Map([
    ...(plan
      ? [...actionFigures(plan, home), ...indicatorFigures(plan, home), ...planFigures(plan, home)]
      : []),
    ...data.surveys.flatMap((table) => surveyFigures(table, `/${data.municipality.slug}`)),
  ])
}

type Named = [string, CountedFigure]

const counted = (id: string, value: number, address: string): Named => [id, { value, unit: 'count', address }]

/** A part of a whole with its share, which there is none of nothing. */
function part(name: string, scope: string, value: number, total: number, address: string): Named[] {
  const whole = counted(`count:${name}${scope}`, value, address)
  if (total === 0) return [whole]
  return [
    whole,
    [`share:${name}${scope}`, { value: (100 * value) / total, unit: 'percent', decimals: 0, address }],
  ]
}

/** Statuses that are counted one by one and together, as ids name them. */
const SETS = [
  ...IMPLEMENTATION_STATUSES.map((status) => [status]),
  ...Object.values(STATUS_GROUPS).filter((group) => group.length > 1),
]

function actionFigures({ tree }: PlanData, home: string): Named[] {
  const scopes = [
    { scope: '', query: '', actions: standingActionsOf(tree) },
    ...tree.goals.flatMap((goal) => [
      { scope: `@${goal.code}`, query: `goal=${goal.code}`, actions: standingActionsOf({ goals: [goal] }) },
      ...goal.directions.map(({ code, actions }) => ({
        scope: `@${code}`,
        query: `direction=${code}`,
        actions: actions.filter(({ ended }) => ended === null),
      })),
    ]),
  ]
  return scopes.flatMap(({ scope, query, actions }) => ofActions(scope, query, actions, home))
}

function ofActions(scope: string, query: string, actions: readonly Action[], home: string): Named[] {
  const { total, byStatus, unreported } = countByStatus(actions)
  const page = (...parts: string[]) => {
    const asked = [query, ...parts].filter(Boolean).join('&')
    return `${home}/ricibas-plans${asked === '' ? '' : `?${asked}`}`
  }
  return [
    counted(`count:actions${scope}`, total, page()),
    ...SETS.flatMap((set) => {
      const value = set.reduce((sum, status) => sum + byStatus[status], 0)
      const address = set.length === 1 ? page(`status=${set[0]}`) : page()
      return part(`actions/${set.join('+')}`, scope, value, total, address)
    }),
    ...part('actions/unreported', scope, unreported, total, page('status=unreported')),
  ]
}

function indicatorFigures({ tree, set, evaluation }: PlanData, home: string): Named[] {
  const promised = promisedIndicators(set)
  const scopes = [
    { scope: '', indicators: promised, series: evaluation.series },
    ...evaluation.goals.map(({ goal, series }) => ({
      scope: `@${goal.code}`,
      indicators: promised.filter(({ id }) => tree.goalOfIndicator.get(id) === goal.code),
      series,
    })),
  ]
  const page = `${home}/raditaji`
  return scopes.flatMap(({ scope, indicators, series }) => {
    const all = indicators.length
    const some = (name: string, test: (one: (typeof promised)[number]) => boolean) =>
      part(`indicators/${name}`, scope, indicators.filter(test).length, all, page)
    return [
      counted(`count:indicators${scope}`, all, page),
      ...some('data', isMeasured),
      ...some('retired', (one) => retirementOf(one) !== null),
      ...some('noMethodology', (one) => methodologyState(one) === 'missing'),
      counted(`count:series${scope}`, series.total, page),
      ...part('series/judged', scope, series.judged, series.total, page),
      ...STATUSES.flatMap((status) =>
        part(`series/${status}`, scope, series[status], series.total, `${page}?verdict=${status}`),
      ),
      ...part('series/good', scope, series.met + series.onTrack, series.judged, page),
      ...part('series/bad', scope, series.missed + series.offTrack, series.judged, page),
      ...part(
        'series/withinChance',
        scope,
        series.withinChance,
        series.judged,
        `${page}?certainty=withinChance`,
      ),
      ...part('series/sureUnknown', scope, series.sureUnknown, series.judged, `${page}?certainty=unknown`),
    ]
  })
}

function planFigures({ tree, claims, findings }: PlanData, home: string): Named[] {
  const directions = tree.goals.flatMap((goal) => goal.directions)
  const programmes = `${home}/programmas`
  const written = tree.programmes.filter(({ state }) => state === 'written')
  const links = written.flatMap((one) =>
    directions.map(({ code }) => one.links.find((link) => link.direction === code)),
  )
  const linked = (wanted: string) => links.filter((one) => (one?.link ?? 'unknown') === wanted).length
  return [
    counted('count:goals', tree.goals.length, `${home}/strategija`),
    counted('count:directions', directions.length, `${home}/strategija`),
    counted('count:programmes/written', written.length, programmes),
    counted('count:programmes/planned', tree.programmes.length - written.length, programmes),
    ...(['yes', 'no', 'unknown'] as const).map((link) =>
      counted(`count:links/${link}`, linked(link), `${programmes}#links`),
    ),
    counted('count:links', links.length, `${programmes}#links`),
    counted('count:factors', tree.externalFactors.length, `${home}/strategija`),
    counted('count:recommendations', tree.recommendations.length, `${home}/strategija`),
    counted('count:claims', claims.length, `${home}/datu-kvalitate/apgalvojumi`),
    ...CLAIM_VERDICTS.map((verdict) =>
      counted(
        `count:claims/${verdict}`,
        claims.filter((one) => one.verdict === verdict).length,
        `${home}/datu-kvalitate/apgalvojumi#claims-${verdict}`,
      ),
    ),
    counted('count:findings', findings.length, `${home}/datu-kvalitate`),
  ]
}
