import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { applyRows, type ImportJob } from '#platform/import/apply-rows.server.ts'
import type { StrategyRows } from './sheets.ts'

/** What a strategy's rows point at outside their own files. */
export type StrategyContext = {
  /** Public id of the strategy, e.g. `liepaja-2020-2025`. */
  strategyKey: string
  /** Ids of source documents by key, and of indicators by code. */
  sourceIds: ReadonlyMap<string, string>
  indicatorIds: ReadonlyMap<string, string>
  /** Goal that each indicator measures, by the indicator's code; context figures have none. */
  goalOfIndicator: ReadonlyMap<string, string>
}

/** Stores checked rows in the caller's transaction. Returns the strategy's id. */
export async function importStrategy(
  tx: DatabaseTransaction,
  job: ImportJob,
  rows: StrategyRows,
  { strategyKey, sourceIds, indicatorIds, goalOfIndicator }: StrategyContext,
): Promise<string> {
  const plain = <Row extends Cited>({ line, source, locator, ...row }: Row) => ({
    ...row,
    source_id: source === null ? null : (sourceIds.get(source) ?? null),
    locator,
  })

  const ids = await applyRows(
    tx,
    job,
    { table: 'strategy.strategy', key: ['key'], writing: 'change', hasId: true },
    rows.strategy.map((row) => ({ ...plain(row), key: strategyKey })),
  )
  const strategy_id = ids.get(strategyKey)
  if (!strategy_id) throw new RangeError('importStrategy: no row for the strategy itself')

  const change = (table: string, key: string[], content: object[]) =>
    applyRows(
      tx,
      job,
      { table: `strategy.${table}`, key: ['strategy_id', ...key], writing: 'change' },
      content.map((row) => ({ ...row, strategy_id })),
    )

  await change('value', ['code'], rows.values.map(plain))
  await change('goal', ['code'], rows.goals.map(plain))
  await change('direction', ['code'], rows.directions.map(plain))
  await change('action', ['code'], rows.actions.map(plain))
  await applyRows(
    tx,
    job,
    { table: 'strategy.action_status', key: ['strategy_id', 'action', 'as_of'], writing: 'append' },
    rows.actionStatus.map((row) => ({
      ...plain(row),
      strategy_id,
      import_file: 'action-status.csv',
      import_row: row.line,
    })),
  )
  await change('programme', ['code'], rows.programmes.map(plain))
  await change('programme_direction', ['programme', 'direction'], rows.programmeDirections.map(plain))
  await change('external_factor', ['code'], rows.externalFactors.map(plain))
  await change('recommendation', ['code'], rows.recommendations.map(plain))
  await change('claim', ['key'], rows.claims.map(plain))
  await change(
    'goal_indicator',
    ['indicator_id'],
    [...goalOfIndicator].map(([code, goal]) => ({ indicator_id: indicatorIds.get(code), goal })),
  )
  return strategy_id
}

type Cited = { line: number; source: string | null; locator: string | null }
