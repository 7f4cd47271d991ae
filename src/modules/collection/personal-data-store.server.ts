import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from './tables.server.ts'

type Own = Db<CollectionTables>

/** What an account has typed, handed in, decided and replied, for its own export. Four statements. */
export async function findWritingOf(db: Own, accountId: string): Promise<Record<string, unknown>[]> {
  const edits = await db
    .selectFrom('collection.edit')
    .select(['municipality_id', 'submission_id', 'number', 'at', 'fields'])
    .where('account_id', '=', accountId)
    .orderBy('at')
    .execute()
  const handed = await db
    .selectFrom('collection.handing_in')
    .select(['municipality_id', 'submission_id', 'version', 'at', 'minutes'])
    .where('author', '=', accountId)
    .orderBy('at')
    .execute()
  const decided = await db
    .selectFrom('collection.decision')
    .select(['municipality_id', 'submission_id', 'number', 'kind', 'at', 'reason'])
    .where('decided_by', '=', accountId)
    .orderBy('at')
    .execute()
  const replies = await db
    .selectFrom('collection.reply')
    .select(['municipality_id', 'submission_id', 'kind', 'until', 'words', 'at'])
    .where('account_id', '=', accountId)
    .orderBy('at')
    .execute()
  return [...edits, ...handed, ...decided, ...replies]
}
