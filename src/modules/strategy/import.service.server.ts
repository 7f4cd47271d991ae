import { describeTargetSets } from '#modules/indicators.server'
import { type Citation, citationWriter } from '#modules/sources'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { AllRows } from '#platform/import/sheet.ts'
import type { Ids } from '#platform/module.ts'
import type { Change } from '#platform/write/change.server.ts'
import { idOf, revise } from '#platform/write/revise.server.ts'
import { importAccountability } from './accountability/import.server.ts'
import { demandContinuedRows } from './demand-continued.server.ts'
import { findRowsOf, type ListTable } from './edits/rows-store.server.ts'
import { isDecided } from './model.ts'
import { goalLinksOf, type StrategyRows } from './sheets.ts'

/** Stores checked rows in the caller's transaction, as the strategy that the folder is about. */
export async function importStrategy(
  tx: DatabaseTransaction,
  change: Change,
  rows: StrategyRows & Pick<AllRows, 'dataset' | 'indicators'>,
  ids: Ids,
) {
  const strategyKey = rows.dataset[0]?.strategy ?? ''
  const cite = citationWriter(ids.get('sources.document'))
  const plain = <Row extends Cited>({ line, source, locator, ...row }: Row) => ({
    ...row,
    ...cite({ source, locator }),
  })

  const strategyIds = await revise(
    tx,
    change,
    { table: 'strategy.strategy', key: ['key'], hasId: true },
    rows.strategy.map((row) => ({ ...plain(row), key: strategyKey })),
  )
  const strategy_id = idOf(strategyIds, strategyKey)
  await describeTargetSets(
    tx,
    change,
    rows.strategy.map(({ starts_on, version }) => ({
      key: strategyKey,
      starts_on,
      is_decided: isDecided(version),
    })),
  )
  const ours = <Row extends Cited>(row: Row) => ({ ...plain(row), strategy_id })
  const byCode = ['strategy_id', 'code'] as const

  await revise(tx, change, { table: 'strategy.value', key: byCode }, rows.values.map(ours))
  const place = { municipalityId: change.municipalityId, strategyId: strategy_id }
  /** What older files do not say of a row is written as it is stored, so that its history says it too. */
  const whole = async <Row extends { code: string }>(table: ListTable, given: readonly Row[]) => {
    const stored = new Map((await findRowsOf(tx, table, place)).map((row) => [row.code, row]))
    return given.map((row) => fillIn(row, stored.get(row.code)))
  }
  await revise(
    tx,
    change,
    { table: 'strategy.goal', key: byCode },
    await whole('strategy.goal', rows.goals.map(ours)),
  )
  await revise(
    tx,
    change,
    { table: 'strategy.direction', key: byCode },
    await whole('strategy.direction', rows.directions.map(ours)),
  )
  await revise(
    tx,
    change,
    { table: 'strategy.action', key: byCode },
    await whole('strategy.action', rows.actions.map(ours)),
  )
  await demandContinuedRows(tx, { ...place, plan: strategyKey }, rows)
  await revise(
    tx,
    change,
    { table: 'strategy.action_status', key: ['strategy_id', 'action', 'as_of'] },
    rows.actionStatus.map((row) => ({
      ...ours(row),
      origin_file: 'action-status.csv',
      origin_row: row.line,
    })),
  )
  await revise(
    tx,
    change,
    { table: 'strategy.action_evidence', key: ['strategy_id', 'action', 'code'] },
    rows.actionEvidence.map(({ file, ...row }) => ({
      ...ours(row),
      ...(file === undefined ? {} : { file_id: file }),
    })),
  )
  await revise(tx, change, { table: 'strategy.programme', key: byCode }, rows.programmes.map(ours))
  await revise(
    tx,
    change,
    { table: 'strategy.programme_direction', key: ['strategy_id', 'programme', 'direction'] },
    rows.programmeDirections.map(ours),
  )
  await revise(tx, change, { table: 'strategy.external_factor', key: byCode }, rows.externalFactors.map(ours))
  await revise(tx, change, { table: 'strategy.recommendation', key: byCode }, rows.recommendations.map(ours))
  await revise(tx, change, { table: 'strategy.claim', key: ['strategy_id', 'key'] }, rows.claims.map(ours))
  await revise(
    tx,
    change,
    { table: 'strategy.quoted_figure', key: ['strategy_id', 'figure'] },
    rows.quotedFigures.map(ours),
  )
  const indicatorIds = ids.get('indicators.indicator') ?? new Map()
  await revise(
    tx,
    change,
    { table: 'strategy.goal_indicator', key: ['strategy_id', 'indicator_id'] },
    goalLinksOf(rows).goalLinks.map(({ indicator, goal }) => ({
      strategy_id,
      indicator_id: idOf(indicatorIds, indicator),
      goal,
    })),
  )
  await importAccountability(tx, change, rows, { ours, ids })
}

function fillIn<Row extends object>(row: Row, stored: Readonly<Record<string, unknown>> | undefined): Row {
  const cells = Object.entries(row).map(([name, cell]) => [name, cell === undefined ? stored?.[name] : cell])
  return Object.fromEntries(cells.map(([name, cell]) => [name, cell ?? null]))
}

type Cited = Citation & { line: number }
