import { type Citation, citationWriter } from '#modules/sources'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { applyRows, type ImportJob } from '#platform/import/apply-rows.server.ts'
import type { AllRows } from '#platform/import/sheet.ts'
import type { Ids } from '#platform/module.ts'
import { goalLinksOf, type StrategyRows } from './sheets.ts'

/** Stores checked rows in the caller's transaction, as the strategy that the folder is about. */
export async function importStrategy(
  tx: DatabaseTransaction,
  job: ImportJob,
  rows: StrategyRows & Pick<AllRows, 'dataset' | 'indicators'>,
  ids: Ids,
) {
  const strategyKey = rows.dataset[0]?.strategy ?? ''
  const cite = citationWriter(ids.get('sources.document'))
  const plain = <Row extends Cited>({ line, source, locator, ...row }: Row) => ({
    ...row,
    ...cite({ source, locator }),
  })

  const strategyIds = await applyRows(
    tx,
    job,
    { table: 'strategy.strategy', key: ['key'], writing: 'change', hasId: true },
    rows.strategy.map((row) => ({ ...plain(row), key: strategyKey })),
  )
  const strategy_id = strategyIds.get(strategyKey)
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
    goalLinksOf(rows).goalLinks.map(({ indicator, goal }) => ({
      indicator_id: ids.get('indicators.indicator')?.get(indicator),
      goal,
    })),
  )
}

type Cited = Citation & { line: number }
