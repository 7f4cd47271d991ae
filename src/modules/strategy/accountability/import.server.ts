import type { Citation } from '#modules/sources'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { ImportProblem } from '#platform/import/problems.ts'
import { shown } from '#platform/import/shown.ts'
import type { Ids } from '#platform/module.ts'
import type { Change } from '#platform/write/change.server.ts'
import { idOf, revise } from '#platform/write/revise.server.ts'
import { findNationalGoals } from './national-store.server.ts'
import { type AccountabilityRows, accountabilitySheets } from './sheets.ts'

type Cited = Citation & { line: number }
type Written<Row extends Cited> = Omit<Row, 'line' | 'source' | 'locator'> & {
  strategy_id: string
  source_id: string | null
  locator: string | null
}

const byAction = ['strategy_id', 'action', 'code'] as const
const byCode = ['strategy_id', 'code'] as const

/**
 * Stores checked rows in the caller's transaction.
 *
 * @param ours gives a row its strategy and its source
 */
export async function importAccountability(
  tx: DatabaseTransaction,
  change: Change,
  rows: AccountabilityRows,
  { ours, ids }: { ours: <Row extends Cited>(row: Row) => Written<Row>; ids: Ids },
) {
  const indicatorIds = ids.get('indicators.indicator') ?? new Map()
  await revise(tx, change, { table: 'strategy.action_party', key: byAction }, rows.actionParties.map(ours))
  await revise(
    tx,
    change,
    { table: 'strategy.action_milestone', key: byAction },
    rows.actionMilestones.map(ours),
  )
  await revise(tx, change, { table: 'strategy.action_funding', key: byAction }, rows.actionFunding.map(ours))
  await revise(tx, change, { table: 'strategy.action_works', key: byAction }, rows.actionWorks.map(ours))
  await revise(tx, change, { table: 'strategy.risk', key: byCode }, rows.risks.map(ours))
  await revise(
    tx,
    change,
    { table: 'strategy.risk_link', key: byCode },
    rows.riskLinks.map(({ indicator, ...row }) => ({
      ...ours(row),
      indicator_id: indicator === null ? null : idOf(indicatorIds, indicator),
    })),
  )
  await revise(tx, change, { table: 'strategy.national_link', key: byCode }, rows.nationalLinks.map(ours))
}

/** Links to goals of national plans that the country's registers do not have. One statement, none without links. */
export async function findAbsentNationalGoals(
  tx: DatabaseTransaction,
  rows: Pick<AccountabilityRows, 'nationalLinks'>,
): Promise<ImportProblem[]> {
  if (rows.nationalLinks.length === 0) return []
  const known = new Set((await findNationalGoals(tx)).map(({ plan, code }) => `${plan} ${code}`))
  const { file } = accountabilitySheets.nationalLinks
  return rows.nationalLinks
    .filter(({ plan, national_goal }) => !known.has(`${plan} ${national_goal}`))
    .map(({ line, plan, national_goal }) => ({
      file,
      line,
      column: 'national_goal',
      reason: 'platform.import.reference',
      values: { found: shown(`${plan} ${national_goal}`), where: 'national-plans.csv' },
    }))
}
