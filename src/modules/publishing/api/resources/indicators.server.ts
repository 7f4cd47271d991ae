import type { z } from 'zod'
import { type Indicator, type IndicatorSet, judge, type Series } from '#modules/indicators'
import { strategyIndicators } from '#modules/strategy'
import { defineList } from '#platform/api/endpoint.ts'
import { tableOf } from '#platform/api/table.ts'
import { showBaseline, showObservation, showTarget, showVerdict, valueColumns } from '../figures.ts'
import { demandKnown, goalParameter, periodParameters } from '../parameters.ts'
import { choosePeriod, periodFacts, readFigures, readStrategy } from '../read-strategy.server.ts'
import * as shapes from '../schemas/indicator.ts'
import { judgedPeriod, strategyId } from '../schemas/shared.ts'

type Shown = z.infer<typeof shapes.Indicator>
type Row = { indicator: Shown; series: Shown['series'][number] }

export const indicatorList = defineList({
  path: '/strategies/{id}/indicators',
  name: 'IndicatorList',
  operation: 'listIndicators',
  tag: 'strategies',
  summary: 'Indicators of a strategy with every series, figure, target and verdict',
  description: 'As CSV one row a series, with the result of the period.',
  parameters: { ...periodParameters, goal: goalParameter },
  item: shapes.Indicator,
  more: { strategy: strategyId, ...judgedPeriod },
  keyOf: (indicator) => indicator.code,
  table: tableOf<Shown, Row>((indicator) => indicator.series.map((series) => ({ indicator, series })), {
    code: ({ indicator }) => indicator.code,
    goal: ({ indicator }) => indicator.goal,
    title_lv: ({ indicator }) => indicator.title.lv,
    title_en: ({ indicator }) => indicator.title.en,
    value_kind: ({ indicator }) => indicator.valueKind,
    retired_on: ({ indicator }) => indicator.retirement?.on,
    series: ({ series }) => series.key,
    breakdown: ({ series }) =>
      Object.entries(series.breakdown)
        .map((pair) => pair.join('='))
        .join('; '),
    label_lv: ({ series }) => series.label?.lv,
    label_en: ({ series }) => series.label?.en,
    unit: ({ series }) => series.unit,
    direction: ({ series }) => series.direction,
    baseline_period: ({ series }) => series.baseline?.period,
    ...valueColumns<Row>('baseline', ({ series }) => series.baseline?.value),
    baseline_recomputed: ({ series }) => series.baseline?.recomputed,
    target_year: ({ series }) => series.verdict.targetYear,
    target_kind: (row) => targetOf(row)?.kind,
    target_value: (row) => targetOf(row)?.value,
    target_unit: (row) => targetOf(row)?.unit,
    target_needed: (row) => targetOf(row)?.needed,
    target_printed: (row) => targetOf(row)?.printed,
    period: ({ series }) => series.verdict.period,
    ...valueColumns<Row>('result', (row) => resultOf(row)?.value),
    result_methodology_version: (row) => resultOf(row)?.methodologyVersion,
    result_printed: (row) => resultOf(row)?.printed,
    result_note_lv: (row) => resultOf(row)?.note?.lv,
    result_note_en: (row) => resultOf(row)?.note?.en,
    result_source: (row) => resultOf(row)?.source,
    result_locator: (row) => resultOf(row)?.locator,
    result_revision: (row) => resultOf(row)?.revision,
    result_recorded_at: (row) => resultOf(row)?.recordedAt,
    verdict: ({ series }) => series.verdict.status,
    reason: ({ series }) => series.verdict.reason,
    arithmetic_lv: ({ series }) => series.verdict.arithmetic.lv,
    arithmetic_en: ({ series }) => series.verdict.arithmetic.en,
  }),
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const set = await readFigures(asked.tx, state)
    const { goal } = asked.query
    const goals = state.tree.goals.map(({ code }) => code)
    demandKnown(asked.complain, 'goal', goal, goals)
    const period = choosePeriod(asked, state, set)
    const goalOf = (indicator: Indicator) => state.tree.goalOfIndicator.get(indicator.id) ?? ''
    return {
      strategy: state.summary.key,
      ...periodFacts(set, period),
      asOf: state.asOf,
      items: strategyIndicators(state.tree, set)
        .filter((indicator) => goal === undefined || goalOf(indicator) === goal)
        .map((indicator) => showIndicator(indicator, goalOf(indicator), period, set)),
    }
  },
})

const targetOf = ({ series }: Row) => series.targets.find(({ year }) => year === series.verdict.targetYear)
const resultOf = ({ series }: Row) => series.results.find(({ period }) => period === series.verdict.period)

function showIndicator(indicator: Indicator, goal: string, period: string, set: IndicatorSet): Shown {
  const { code, title, definition, titleUnit, unit, direction, valueKind, frequency } = indicator
  const { dataSource, legalBasis, isInDataMinimum, methodologies, source, locator } = indicator
  return {
    code,
    goal,
    title,
    definition,
    titleUnit,
    unit,
    direction,
    valueKind,
    frequency,
    dataSource,
    legalBasis,
    isInDataMinimum,
    retirement: isRetired(indicator) ? { on: indicator.retiredOn, reason: indicator.retiredReason } : null,
    methodologies,
    source,
    locator,
    series: indicator.series.map((series) => showSeries(indicator, series, period, set)),
  }
}

/** Said by the indicator itself, or by a result of it; then neither date nor reason may be known. */
function isRetired({ retiredOn, retiredReason, series }: Indicator): boolean {
  const isSaid = series.some(({ results }) =>
    results.some(({ value }) => value.kind === 'missing' && value.missing === 'retired'),
  )
  return isSaid || retiredOn !== null || retiredReason !== null
}

function showSeries(indicator: Indicator, series: Series, period: string, set: IndicatorSet): Row['series'] {
  return {
    key: series.key,
    breakdown: series.breakdown,
    label: series.label,
    unit: indicator.unit,
    direction: indicator.direction,
    baseline: showBaseline(indicator, series),
    targets: series.targets.map((target) => showTarget(series, target)),
    results: series.results.map((result) => showObservation(indicator, result)),
    verdict: showVerdict(series, judge(indicator, series, period, set.periodRule)),
  }
}
