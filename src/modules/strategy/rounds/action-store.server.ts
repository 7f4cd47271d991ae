import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import type { StrategyTables } from '../tables.server.ts'

/** An action as it is called, and its last day. */
export type ActionName = { code: string; title: LocalText; dueOn: string | null }

/** What the actions of a plan are called, in its order. One statement. */
export async function findActionNames(
  db: Db<StrategyTables>,
  municipalityId: string,
  strategyId: string,
): Promise<ActionName[]> {
  const rows = await db
    .selectFrom('strategy.action')
    .select(['code', 'title_lv', 'title_en', 'due_on'])
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where(isShown())
    .orderBy('position')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    title: { lv: row.title_lv, en: row.title_en },
    dueOn: row.due_on,
  }))
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
