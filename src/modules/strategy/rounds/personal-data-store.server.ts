import type { Db } from '#platform/database/types.server.ts'
import type { RoundTables } from './tables.server.ts'

type Own = Db<RoundTables>

/** What an account was asked, has reported and decided in rounds, for its own export. Four statements. */
export async function findRoundWritingOf(db: Own, accountId: string): Promise<Record<string, unknown>[]> {
  const asked = await db
    .selectFrom('strategy.round_action')
    .select(['municipality_id', 'round_id', 'action', 'outcome'])
    .where((row) => row.or([row('account_id', '=', accountId), row('deputy_id', '=', accountId)]))
    .orderBy('action')
    .execute()
  const reported = await db
    .selectFrom('strategy.round_report')
    .select(['municipality_id', 'round_id', 'action', 'version', 'way', 'at', 'status', 'sentence'])
    .select(['evidence_title', 'evidence_url', 'milestone', 'milestone_on'])
    .where('author', '=', accountId)
    .orderBy('at')
    .execute()
  const decided = await db
    .selectFrom('strategy.round_decision')
    .select(['municipality_id', 'round_id', 'action', 'number', 'kind', 'at', 'remark'])
    .where('decided_by', '=', accountId)
    .orderBy('at')
    .execute()
  const links = await db
    .selectFrom('strategy.round_link')
    .select(['municipality_id', 'round_id', 'changed_at', 'revoked_on'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()
  return [...asked, ...reported, ...decided, ...links]
}
