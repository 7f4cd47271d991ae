import { z } from 'zod'
import {
  commonPeriod,
  directionOf,
  type Indicator,
  type JudgedSeries,
  judgeIndicator,
  REASONS,
  retirementOf,
  STATUSES,
  SURENESS,
  unitOf,
} from '#modules/indicators'
import {
  figuresApi,
  findIndicatorNames,
  readInBatches,
  readJudged,
  readPeriodRule,
} from '#modules/indicators.server'
import { defineList } from '#platform/api/endpoint.ts'
import { demandKnown } from '#platform/api/parameters.ts'
import { tableOf } from '#platform/api/table.ts'
import { goalParameter, strategyId } from './parameters.ts'
import { planFile } from './plan-file.server.ts'
import { choosePeriod, periodFacts, readStrategy } from './read-strategy.server.ts'

const { certaintyColumns, showBaseline, showObservation, showTarget, showVerdict, valueColumns } = figuresApi

type Shown = z.infer<typeof figuresApi.Indicator>
type Row = { indicator: Shown; series: Shown['series'][number] }

export const indicatorList = defineList({
  path: '/strategies/{id}/indicators',
  name: 'IndicatorList',
  operation: 'listIndicators',
  tag: 'strategies',
  title: 'strategy.api.indicators',
  summary: 'Indicators of a strategy with every series, figure, target and verdict',
  description: 'As CSV one row a series, with the result of the period.',
  parameters: {
    ...figuresApi.periodParameters,
    goal: goalParameter,
    verdict: z
      .string()
      .regex(
        new RegExp(`^(${STATUSES.join('|')})(,(${STATUSES.join('|')}))*$`),
        `must be one of ${STATUSES.join(', ')}, or several of them with commas between`,
      )
      .optional()
      .describe('Only series with this verdict, or with one of several, with commas between.'),
    reason: z
      .enum(REASONS, `must be one of ${REASONS.join(', ')}`)
      .optional()
      .describe('Only series that cannot be judged for this reason.'),
    certainty: z
      .enum(SURENESS, `must be one of ${SURENESS.join(', ')}`)
      .optional()
      .describe('Only series whose verdict is so sure.'),
    text: z.string().optional().describe('Words that occur in the code, the title or the label.'),
  },
  item: figuresApi.Indicator,
  more: { strategy: strategyId, ...figuresApi.judgedPeriod },
  keyOf: (indicator) => indicator.code,
  table: tableOf<Shown, Row>((indicator) => indicator.series.map((series) => ({ indicator, series })), {
    code: ({ indicator }) => indicator.code,
    goal: ({ indicator }) => indicator.goal,
    title_lv: ({ indicator }) => indicator.title.lv,
    title_en: ({ indicator }) => indicator.title.en,
    official_lv: ({ indicator }) => indicator.official?.lv,
    official_en: ({ indicator }) => indicator.official?.en,
    value_kind: ({ indicator }) => indicator.valueKind,
    rests_on: ({ indicator }) => indicator.restsOn,
    retired_on: ({ indicator }) => indicator.retirement?.on,
    series: ({ series }) => series.key,
    breakdown: ({ series }) =>
      Object.entries(series.breakdown)
        .map((pair) => pair.join('='))
        .join('; '),
    institution: ({ series }) => series.institution?.key,
    label_lv: ({ series }) => series.label?.lv,
    label_en: ({ series }) => series.label?.en,
    unit: ({ series }) => series.unit,
    direction: ({ series }) => series.direction,
    baseline_period: ({ series }) => series.baseline?.period,
    ...valueColumns<Row>('baseline', ({ series }) => series.baseline),
    baseline_recomputed: ({ series }) => series.baseline?.recomputed,
    target_year: ({ series }) => series.verdict.targetYear,
    target_kind: (row) => targetOf(row)?.kind,
    target_value: (row) => targetOf(row)?.value,
    target_value_to: (row) => targetOf(row)?.valueTo,
    target_unit: (row) => targetOf(row)?.unit,
    target_needed: (row) => targetOf(row)?.needed,
    target_printed: (row) => targetOf(row)?.printed,
    period: ({ series }) => series.verdict.period,
    ...valueColumns<Row>('result', (row) => resultOf(row)),
    ...certaintyColumns('result_certainty', (row: Row) => resultOf(row)?.certainty),
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
    certainty: ({ series }) => series.verdict.certainty,
    gap: ({ series }) => series.verdict.gap,
    step: ({ series }) => series.verdict.step,
    arithmetic_lv: ({ series }) => series.verdict.arithmetic.lv,
    arithmetic_en: ({ series }) => series.verdict.arithmetic.en,
  }),
  file: planFile(({ code }: Shown) => `/raditaji/${encodeURIComponent(code)}`),
  find: async (asked) => {
    const state = await readStrategy(asked)
    if (!state) return undefined
    const { tx } = asked
    const { goal, verdict, reason, certainty, text } = asked.query
    demandKnown(
      asked.complain,
      'goal',
      goal,
      state.tree.goals.map(({ code }) => code),
    )
    const goalOf = (id: string) => state.tree.goalOfIndicator.get(id) ?? null
    const { municipalityId, key: targetSet } = state.summary
    const place = { municipalityId, targetSet, asOf: state.earlier }
    const periodRule = await readPeriodRule(tx, municipalityId, targetSet)
    const chosenPeriod = await choosePeriod(asked, state, periodRule)
    const wantedOf = { ...place, period: chosenPeriod, periodRule }
    const statuses = STATUSES.filter((status) => verdict?.split(',').includes(status))
    const found = await readJudged(tx, wantedOf, { statuses, reason, certainty, text })
    const chosen = found.filter(({ indicatorId }) => goal === undefined || goalOf(indicatorId) === goal)
    const shown = new Set(chosen.map(({ seriesId }) => seriesId))
    const names = await findIndicatorNames(tx, municipalityId, targetSet)
    const wanted = new Set(chosen.map(({ indicatorId }) => indicatorId))
    const idOf = new Map(names.filter(({ id }) => wanted.has(id)).map(({ id, code }) => [code, id]))
    return {
      strategy: targetSet,
      ...periodFacts(periodRule, chosenPeriod ?? commonPeriod(found.map(({ period }) => period))),
      asOf: state.asOf,
      keys: [...idOf.keys()],
      load: async (codes) => {
        const items: Shown[] = []
        const indicators = codes.flatMap((code) => idOf.get(code) ?? [])
        for await (const set of readInBatches(tx, { ...place, indicators })) {
          for (const indicator of set.indicators) {
            const judged = judgeIndicator(indicator, set, chosenPeriod).filter(({ series }) =>
              shown.has(series.id),
            )
            items.push(showIndicator(indicator, goalOf(indicator.id), judged))
          }
        }
        return items
      },
    }
  },
})

const targetOf = ({ series }: Row) => series.targets.find(({ year }) => year === series.verdict.targetYear)
const resultOf = ({ series }: Row) => series.results.find(({ period }) => period === series.verdict.period)

/** An indicator as the API answers it. */
export function showIndicator(
  indicator: Indicator,
  goal: string | null,
  judged: readonly JudgedSeries[],
): Shown {
  const {
    code,
    short: title,
    official,
    definition,
    titleUnit,
    unit,
    direction,
    valueKind,
    restsOn,
    frequency,
  } = indicator
  const { dataSource, legalBasis, isInDataMinimum, methodologies, source, locator } = indicator
  return {
    code,
    goal,
    title,
    official,
    definition,
    titleUnit,
    unit,
    direction,
    valueKind,
    restsOn,
    frequency,
    dataSource,
    legalBasis,
    isInDataMinimum,
    retirement: retirementOf(indicator),
    methodologies,
    source,
    locator,
    series: judged.map(showSeries),
  }
}

function showSeries({ indicator, series, verdict }: JudgedSeries): Row['series'] {
  return {
    key: series.key,
    breakdown: series.breakdown,
    institution: series.institution,
    label: series.label,
    unit: unitOf(indicator, series),
    direction: directionOf(indicator, series),
    baseline: showBaseline(indicator, series),
    targets: series.targets.map((target) => showTarget(series, target)),
    results: series.results.map((result) => showObservation(indicator, result)),
    earlier: series.earlier
      ? {
          strategy: series.earlier.plan,
          indicator: series.earlier.indicator,
          series: series.earlier.series,
          results: series.earlier.figures.map(({ period, value }) => ({ period, value })),
        }
      : null,
    verdict: showVerdict(series, verdict),
  }
}
