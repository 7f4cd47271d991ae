import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { StrategyTables } from '../tables.server.ts'

/** Codes of the actions that are part of a plan, as people count: of those that have ended nobody is asked. One statement. */
export async function findActionCodes(
  db: Db<StrategyTables>,
  municipalityId: string,
  strategyId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('strategy.action')
    .select('code')
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where('ended_on', 'is', null)
    .where(isShown())
    .execute()
  const inOrder = new Intl.Collator('lv', { numeric: true })
  return rows.map(({ code }) => code).toSorted(inOrder.compare)
}

/** Public id of a plan by its id; undefined where the reader may see none. */
export async function findPlanKey(
  db: Db<StrategyTables>,
  municipalityId: string,
  strategyId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('strategy.strategy')
    .select('key')
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', strategyId)
    .where(isShown())
    .executeTakeFirst()
  return row?.key
}
