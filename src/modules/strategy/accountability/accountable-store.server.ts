import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { StrategyTables } from '../tables.server.ts'

type Own = Db<StrategyTables>

/** Who answers for an action: one account, and perhaps another that does so while the first cannot. */
export type Accountable = { accountId: string; deputyId: string | null }

/** Who answers for each action of a plan, by the action's code; actions without anybody are left out. One statement. */
export async function findAccountable(
  db: Own,
  municipalityId: string,
  strategyId: string,
): Promise<ReadonlyMap<string, Accountable>> {
  const rows = await findAccountableRows(db, municipalityId, strategyId)
  return new Map(rows.map((row) => [row.action, { accountId: row.account_id, deputyId: row.deputy_id }]))
}

/** The same rows as they are stored, by code of action. */
export const findAccountableRows = (db: Own, municipalityId: string, strategyId: string) =>
  readRows(
    db,
    db
      .selectFrom('strategy.action_accountable')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('strategy_id', '=', strategyId)
      .orderBy('action'),
  )

/** What an account answers for, itself or as a deputy, in all municipalities that the reader sees. */
export const findAccountabilityOf = (db: Own, accountId: string) =>
  db
    .selectFrom('strategy.action_accountable')
    .select(['municipality_id', 'strategy_id', 'action', 'account_id', 'deputy_id', 'changed_at'])
    .where((is) => is.or([is('account_id', '=', accountId), is('deputy_id', '=', accountId)]))
    .orderBy('action')
    .execute()
