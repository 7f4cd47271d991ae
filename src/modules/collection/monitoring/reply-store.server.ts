import type { Db } from '#platform/database/types.server.ts'
import type { CollectionTables } from '../tables.server.ts'

type Row = Omit<CollectionTables['collection.reply'], 'at'>

/** Keeps what an institution says of when it will answer. */
export async function insertReply(db: Db<CollectionTables>, row: Row): Promise<void> {
  await db.insertInto('collection.reply').values(row).execute()
}
