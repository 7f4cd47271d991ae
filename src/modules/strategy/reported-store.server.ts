import type { Db } from '#platform/database/types.server.ts'
import { isShown, newestIsShown } from '#platform/database/withdrawn.server.ts'
import type { StrategyTables } from './tables.server.ts'

type Own = Db<StrategyTables>

/** How many actions are part of a plan now, and on how many something was reported for any of some periods. Two statements. */
export async function countReported(
  db: Own,
  municipalityId: string,
  strategyId: string,
  periods: readonly string[],
): Promise<{ all: number; reported: number }> {
  const actions = await db
    .selectFrom('strategy.action')
    .select('code')
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where('ended_on', 'is', null)
    .where(isShown())
    .execute()
  const reports = await db
    .selectFrom('strategy.action_status')
    .select('action')
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where('as_of', 'in', periods)
    .groupBy(['action', 'as_of'])
    .having(newestIsShown)
    .execute()
  const codes = new Set(actions.map(({ code }) => code))
  return {
    all: codes.size,
    reported: new Set(reports.flatMap(({ action }) => (codes.has(action) ? action : []))).size,
  }
}

/** When the council decided on a plan as it stands; null where no day is stated. One statement. */
export async function findDecidedOn(
  db: Own,
  municipalityId: string,
  strategyId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('strategy.strategy')
    .select('decided_on')
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', strategyId)
    .executeTakeFirst()
  return row?.decided_on ?? null
}
