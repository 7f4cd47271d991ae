import { z } from 'zod'
import {
  directionOf,
  type Indicator,
  type IndicatorSet,
  judgedPeriods,
  judgeIndicator,
  type Observation,
  type Series,
  unitOf,
} from '#modules/indicators'
import { figuresApi } from '#modules/indicators.server'
import { findSourceTitles } from '#modules/sources.server'
import { components } from '#platform/api/components.ts'
import { defineList } from '#platform/api/endpoint.ts'
import { demandKnown } from '#platform/api/parameters.ts'
import { Local } from '#platform/api/shapes.ts'
import { tableOf } from '#platform/api/table.ts'
import { figurePage } from './figure-page.ts'
import { listFigures } from './list-figures.server.ts'
import { goalParameter, strategyId } from './parameters.ts'
import { planFile, planHome } from './plan-file.server.ts'
import type { StrategyState } from './read-strategy.server.ts'

const ROLES = ['baseline', 'result', 'context', 'target'] as const
const { certaintyColumns, showObservation, showVerdict, storedValueColumns } = figuresApi

const verdict = figuresApi.Verdict.omit({ period: true, value: true })

const Figure = z
  .object({
    indicator: z.string().describe('Code of the indicator.'),
    indicatorTitle: Local,
    goal: z.string().nullable(),
    goalTitle: Local.nullable(),
    series: z.string(),
    breakdown: z.record(z.string(), z.string()),
    institution: z.string().nullable().describe('Key of the one institution that it is about.'),
    label: Local.nullable(),
    role: z
      .enum(ROLES)
      .describe(
        '`baseline`: change is counted from it; `result`; `context`: nothing is promised for the indicator; `target`: something is promised for the period and there is no figure.',
      ),
    unit: z.string(),
    direction: z.enum(['up', 'down', 'none']).describe('Which way is good.'),
    ...figuresApi.Observation.shape,
    value: figuresApi.Observation.shape.value.nullable().describe('Null where there is only a target.'),
    coveredReason: z.literal('fewPeople').nullable(),
    revision: figuresApi.Observation.shape.revision.nullable(),
    recordedAt: figuresApi.Observation.shape.recordedAt.nullable(),
    targetKind: z.string().nullable(),
    targetPrinted: z.string().nullable(),
    verdict: verdict.nullable().describe('Of a result and of a target without one; null of others.'),
    sourceTitle: Local.nullable(),
    page: z.string().describe('Page of the figure, below the address of the site.'),
  })
  .describe('One figure of one period with all that it is judged by.')
  .register(components, { id: 'Figure' })
type Figure = z.infer<typeof Figure>
type Valued = Figure & { value: NonNullable<Figure['value']> }

const isValued = (row: Figure): row is Valued => row.value !== null

/** The columns of a value, empty where there is only a target. */
const valueColumns = Object.fromEntries(
  Object.entries(storedValueColumns<Valued>((row) => row.unit)).map(([name, read]) => [
    name,
    (row: Figure) => (isValued(row) ? read(row) : name === 'unit' ? row.unit : null),
  ]),
)

export const figureList = defineList({
  path: '/strategies/{id}/figures',
  name: 'FigureList',
  operation: 'listFigures',
  tag: 'strategies',
  title: 'indicators.api.figures',
  summary: 'Every figure of every indicator in every period, with goal, target, verdict and source',
  description:
    'One row a figure: all years in one file. Newest revisions; earlier ones by `asOf`, or by the history of an indicator.',
  parameters: {
    ...figuresApi.figureParameters,
    indicator: z.string().optional().describe('Code of an indicator; only its figures.'),
    goal: goalParameter,
  },
  item: Figure,
  more: { strategy: strategyId },
  keyOf: ({ series, role, period }) => `${series} ${role} ${period}`,
  table: tableOf((figure: Figure) => [figure], {
    indicator: (row) => row.indicator,
    indicator_title_lv: (row) => row.indicatorTitle.lv,
    indicator_title_en: (row) => row.indicatorTitle.en,
    goal: (row) => row.goal,
    goal_title_lv: (row) => row.goalTitle?.lv,
    goal_title_en: (row) => row.goalTitle?.en,
    series: (row) => row.series,
    breakdown: (row) =>
      Object.entries(row.breakdown)
        .map((pair) => pair.join('='))
        .join('; '),
    institution: (row) => row.institution,
    label_lv: (row) => row.label?.lv,
    label_en: (row) => row.label?.en,
    role: (row) => row.role,
    period: (row) => row.period,
    direction: (row) => row.direction,
    ...valueColumns,
    is_covered: (row) => (row.isCovered ? 'yes' : 'no'),
    covered_reason: (row) => row.coveredReason,
    ...certaintyColumns('certainty', (row: Figure) => row.certainty),
    methodology_version: (row) => row.methodologyVersion,
    printed: (row) => row.printed,
    note_lv: (row) => row.note?.lv,
    note_en: (row) => row.note?.en,
    target_year: (row) => row.verdict?.targetYear,
    target_kind: (row) => row.targetKind,
    target_needed: (row) => row.verdict?.targetValue,
    target_printed: (row) => row.targetPrinted,
    verdict: (row) => row.verdict?.status,
    reason: (row) => row.verdict?.reason,
    certainty: (row) => row.verdict?.certainty,
    gap: (row) => row.verdict?.gap,
    step: (row) => row.verdict?.step,
    arithmetic_lv: (row) => row.verdict?.arithmetic.lv,
    arithmetic_en: (row) => row.verdict?.arithmetic.en,
    source: (row) => row.source,
    locator: (row) => row.locator,
    revision: (row) => row.revision,
    recorded_at: (row) => row.recordedAt,
  }),
  file: planFile(figurePage),
  find: async (asked) => {
    const { home } = await planHome(asked)
    const { goal } = asked.query
    return listFigures(asked, asked.query.indicator, {
      prepare: async (state) => {
        const goals = new Map(state.tree.goals.map((one) => [one.code, one.short]))
        demandKnown(asked.complain, 'goal', goal, [...goals.keys()])
        return {
          goals,
          goalOf: state.tree.goalOfIndicator,
          home,
          titles: await findSourceTitles(asked.tx, state.summary.municipalityId, state.summary.key),
        }
      },
      show: (indicator, series, set, known) =>
        goal === undefined || known.goalOf.get(indicator.id) === goal
          ? showSeries(indicator, series, set, known)
          : [],
      keyOf: ({ series, role, period }) => `${series} ${role} ${period}`,
    })
  },
})

type Known = {
  goals: ReadonlyMap<string, Figure['indicatorTitle']>
  goalOf: StrategyState['tree']['goalOfIndicator']
  titles: ReadonlyMap<string, Figure['indicatorTitle']>
  home: string
}

const NOTHING_STATED = {
  value: null,
  methodologyVersion: null,
  certainty: null,
  printed: null,
  note: null,
  isCovered: false,
  since: null,
  source: null,
  locator: null,
  revision: null,
  recordedAt: null,
}

/** Everything that is known of a series: its baseline, its results by period, and what is promised without a result. */
function showSeries(indicator: Indicator, series: Series, set: IndicatorSet, known: Known): Figure[] {
  const goal = known.goalOf.get(indicator.id) ?? null
  const shared = {
    indicator: indicator.code,
    indicatorTitle: indicator.title,
    goal,
    goalTitle: (goal === null ? null : known.goals.get(goal)) ?? null,
    series: series.key,
    breakdown: series.breakdown,
    institution: series.institution?.key ?? null,
    label: series.label,
    unit: unitOf(indicator, series),
    direction: directionOf(indicator, series),
  }
  const pageOf = (period: string) =>
    `${known.home}${figurePage({ indicator: indicator.code, series: series.key, period })}`
  const judgeIn = (period: string) => {
    const [judged] = judgeIndicator({ ...indicator, series: [series] }, set, period)
    if (!judged) return { verdict: null, targetKind: null, targetPrinted: null }
    const { period: _, value: __, ...shown } = showVerdict(series, judged.verdict)
    const { target } = judged.verdict
    return { verdict: shown, targetKind: target?.kind ?? null, targetPrinted: target?.printed ?? null }
  }
  const unjudged = { verdict: null, targetKind: null, targetPrinted: null }
  const show = (observation: Observation, role: Figure['role']): Figure => ({
    ...shared,
    role,
    ...showObservation(indicator, observation),
    coveredReason: observation.isCovered ? 'fewPeople' : null,
    ...(role === 'result' ? judgeIn(observation.period) : unjudged),
    sourceTitle: known.titles.get(observation.source ?? '') ?? null,
    page: pageOf(observation.period),
  })
  const baseline = series.baseline ? [show(series.baseline.observation, 'baseline')] : []
  const role = indicator.isPromised ? 'result' : 'context'
  const results = series.results.map((result) => show(result, role))
  const answered = new Set(results.map(({ verdict }) => verdict?.targetYear))
  const open = series.targets.filter(
    ({ year, kind }) => year !== null && kind !== 'none' && !answered.has(year),
  )
  const targets = open.map((target): Figure => {
    const period =
      judgedPeriods(set).find((one) => set.periodRule.get(one) === target.year) ?? String(target.year)
    return {
      ...shared,
      ...NOTHING_STATED,
      role: 'target',
      period,
      coveredReason: null,
      ...judgeIn(period),
      source: target.source,
      locator: target.locator,
      sourceTitle: known.titles.get(target.source ?? '') ?? null,
      page: pageOf(period),
    }
  })
  return [...baseline, ...results, ...targets]
}
