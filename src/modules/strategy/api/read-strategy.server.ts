import { judgedPeriods, type PeriodRule } from '#modules/indicators'
import { type figuresApi, findMeasuredPeriods } from '#modules/indicators.server'
import { findSourceKeys } from '#modules/sources.server'
import type { Asked } from '#platform/api/endpoint.ts'
import { readState, type State } from '#platform/api/state.server.ts'
import { comparePeriods } from '#platform/period.ts'
import type { SourceKeys } from '../assemble.ts'
import type { StrategySummary, StrategyTree } from '../model.ts'
import { findStrategyByKey, getStrategyTree } from '../store.server.ts'

/** A strategy in one state of its figures and of what it says. */
export type StrategyState = State & { summary: StrategySummary; tree: PlanState; sourceKeys: SourceKeys }
type PlanState = StrategyTree | Pick<StrategyTree, 'goals' | 'goalOfIndicator'>

/** What a plan that was not there yet said. */
const NOTHING_YET: PlanState = { goals: [], goalOfIndicator: new Map() }

/** The strategy that a path names, in the state asked for. Thirteen statements at most. */
export async function readStrategy({
  tx,
  path,
  query,
}: Asked<typeof figuresApi.figureParameters>): Promise<StrategyState | undefined> {
  const summary = await findStrategyByKey(tx, path.id ?? '')
  if (!summary) return undefined
  const state = await readState(tx, summary.municipalityId, query.asOf)
  const sourceKeys = await findSourceKeys(tx, summary.municipalityId, summary.key)
  const tree = await getStrategyTree(tx, summary.municipalityId, summary.id, {
    asOf: state.earlier,
    sourceKeys,
  })
  if (!tree && state.earlier === undefined) return undefined
  return { ...state, summary, sourceKeys, tree: tree ?? NOTHING_YET }
}

/**
 * The period asked for; null when every series is to be judged in its own latest one. One that the rule does not
 * name and that has no results is complained about.
 */
export async function choosePeriod(
  { tx, query, complain }: Pick<Asked<typeof figuresApi.periodParameters>, 'tx' | 'query' | 'complain'>,
  { summary, earlier }: StrategyState,
  periodRule: PeriodRule,
): Promise<string | null> {
  const ruled = judgedPeriods({ periodRule })
  const { period } = query
  if (period === undefined) return null
  if (ruled.includes(period)) return period
  const measured = await findMeasuredPeriods(tx, summary.municipalityId, summary.key, earlier)
  const known = [...new Set([...ruled, ...measured])].filter((one) => one !== 'unknown').sort(comparePeriods)
  if (!known.includes(period)) complain('period', `must be one of ${known.join(', ')}`)
  return period
}

/** What an answer says of the period it is about; null when it is about several. */
export function periodFacts(periodRule: PeriodRule, period: string | null) {
  return {
    period,
    targetYear: (period === null ? undefined : periodRule.get(period)) ?? null,
    periodRule: [...periodRule].map(([ruled, targetYear]) => ({ period: ruled, targetYear })),
  }
}
