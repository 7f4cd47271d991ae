import { readContinued } from '#modules/indicators'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { findPlanRow, findRow, type ListTable } from './edits/rows-store.server.ts'
import { type StrategyRows, strategySheets } from './sheets.ts'

const TAKEN_OVER = {
  goals: 'strategy.goal',
  directions: 'strategy.direction',
  actions: 'strategy.action',
} as const satisfies Partial<Record<keyof StrategyRows, ListTable>>

type Place = { municipalityId: string; plan: string }

/**
 * Goals, directions and actions that are taken over from an earlier plan are there.
 *
 * @throws ImportRefused naming every row whose plan or code is not
 */
export async function demandContinuedRows(
  tx: DatabaseTransaction,
  { municipalityId, plan }: Place,
  rows: StrategyRows,
) {
  const problems = []
  for (const [name, table] of Object.entries(TAKEN_OVER) as [keyof typeof TAKEN_OVER, ListTable][]) {
    for (const { line, continues } of rows[name]) {
      if (!continues || (await isThere(tx, { municipalityId, plan }, table, continues))) continue
      const place = { file: strategySheets[name].file, line, column: 'continues' }
      problems.push({
        ...place,
        reason: 'platform.import.noEarlierRow' as const,
        values: { found: continues },
      })
    }
  }
  if (problems.length > 0) throw new ImportRefused(problems)
}

async function isThere(
  tx: DatabaseTransaction,
  { municipalityId, plan }: Place,
  table: ListTable,
  continues: string,
) {
  const named = readContinued(continues)
  if (!named || named.plan === plan) return false
  const earlier = await findPlanRow(tx, municipalityId, named.plan)
  if (!earlier) return false
  return (await findRow(tx, table, { municipalityId, strategyId: earlier.id }, named.code)) !== undefined
}
