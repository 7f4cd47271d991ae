import type { Db } from '#platform/database/types.server.ts'
import { newestIsShown } from '#platform/database/withdrawn.server.ts'
import { findStandingCodes } from './store.server.ts'
import type { StrategyTables } from './tables.server.ts'

type Own = Db<StrategyTables>

/** How many actions are part of a plan now, and on how many something was reported for any of some periods. Two statements. */
export async function countReported(
  db: Own,
  municipalityId: string,
  strategyId: string,
  periods: readonly string[],
): Promise<{ all: number; reported: number }> {
  const codes = new Set(await findStandingCodes(db, municipalityId, strategyId))
  const reports = await db
    .selectFrom('strategy.action_status')
    .select('action')
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where('as_of', 'in', periods)
    .groupBy(['action', 'as_of'])
    .having(newestIsShown)
    .execute()
  return {
    all: codes.size,
    reported: new Set(reports.flatMap(({ action }) => (codes.has(action) ? action : []))).size,
  }
}
