import type { Db } from '#platform/database/types.server.ts'
import type { ChangeTables } from '#platform/write/change.server.ts'
import type { CollectionTables } from '../tables.server.ts'

/** Why a call was withdrawn, and when, as the journal tells everybody; undefined where it was not. One statement. */
export async function findWithdrawal(
  db: Db<CollectionTables & ChangeTables>,
  municipalityId: string,
  callId: string,
): Promise<{ why: string; at: Date } | undefined> {
  const row = await db
    .selectFrom('collection.data_call as c')
    .innerJoin('platform.change as j', (join) =>
      join.onRef('j.municipality_id', '=', 'c.municipality_id').onRef('j.id', '=', 'c.change_id'),
    )
    .select(['j.why', 'j.at'])
    .where('c.municipality_id', '=', municipalityId)
    .where('c.id', '=', callId)
    .where('c.state', '=', 'withdrawn')
    .executeTakeFirst()
  return row && { why: row.why ?? '', at: row.at }
}
