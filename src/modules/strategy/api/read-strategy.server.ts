import { type IndicatorSet, judgedPeriods, promisedIndicators } from '#modules/indicators'
import { type figuresApi, getIndicatorSet } from '#modules/indicators.server'
import { findSourceKeys } from '#modules/sources.server'
import type { Asked } from '#platform/api/endpoint.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { findLastChange } from '#platform/write/data-version.server.ts'
import type { StrategySummary, StrategyTree } from '../model.ts'
import { findStrategyByKey, getStrategyTree } from '../store.server.ts'

/** A strategy in one state of its figures. */
export type StrategyState = { summary: StrategySummary; tree: StrategyTree; asOf: Date | null }

/** The strategy that a path names, in the state asked for. Eleven statements at most. */
export async function readStrategy({
  tx,
  path,
  query,
}: Asked<typeof figuresApi.figureParameters>): Promise<StrategyState | undefined> {
  const summary = await findStrategyByKey(tx, path.id ?? '')
  if (!summary) return undefined
  const asOf = query.asOf === undefined ? undefined : new Date(query.asOf)
  const sourceKeys = await findSourceKeys(tx, summary.municipalityId)
  const tree = await getStrategyTree(tx, summary.municipalityId, summary.id, { asOf, sourceKeys })
  const state = asOf ?? (await findLastChange(tx, summary.municipalityId)) ?? null
  return tree && { summary, tree, asOf: state }
}

/** The figures that belong to a strategy, in the same state. Nine statements. */
export function readFigures(
  tx: DatabaseTransaction,
  { summary, asOf }: StrategyState,
): Promise<IndicatorSet> {
  return getIndicatorSet(tx, summary.municipalityId, summary.key, { asOf: asOf ?? undefined })
}

/** The period asked for, else the newest that the rule names. One without rule and results is complained about. */
export function choosePeriod(
  { query, complain }: Pick<Asked<typeof figuresApi.periodParameters>, 'query' | 'complain'>,
  set: IndicatorSet,
): string {
  const measured = promisedIndicators(set).flatMap(({ series }) =>
    series.flatMap(({ results }) => results.map(({ period }) => period)),
  )
  const ruled = judgedPeriods(set)
  const known = [...new Set([...ruled, ...measured])].filter((period) => period !== 'unknown').sort()
  const { period } = query
  if (period !== undefined && !known.includes(period))
    complain('period', `must be one of ${known.join(', ')}`)
  return period ?? ruled.at(-1) ?? known.at(-1) ?? 'unknown'
}

/** What an answer says of the period it is about. */
export function periodFacts(set: IndicatorSet, period: string) {
  return {
    period,
    targetYear: set.periodRule.get(period) ?? null,
    periodRule: [...set.periodRule].map(([ruled, targetYear]) => ({ period: ruled, targetYear })),
  }
}
