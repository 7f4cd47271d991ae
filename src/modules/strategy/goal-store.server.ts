import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { StrategyTables } from './tables.server.ts'

type Own = Db<StrategyTables>

/** Goals of a plan with the ids of the indicators that measure each, and nothing else of it. Two statements. */
export async function findGoals(db: Own, municipalityId: string, strategyId: string) {
  const goals = await db
    .selectFrom('strategy.goal')
    .select(['code', 'title_lv', 'title_en', 'official_lv', 'official_en'])
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where(isShown())
    .orderBy('position')
    .execute()
  const links = await readRows(
    db,
    db
      .selectFrom('strategy.goal_indicator')
      .select(['indicator_id', 'goal'])
      .where('municipality_id', '=', municipalityId)
      .where('strategy_id', '=', strategyId)
      .where(isShown()),
  )
  const indicatorsOf = Map.groupBy(links, ({ goal }) => goal)
  return goals.map((row) => ({
    row,
    indicators: new Set((indicatorsOf.get(row.code) ?? []).map(({ indicator_id }) => indicator_id)),
  }))
}
