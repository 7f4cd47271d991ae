import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { asKeeper, becomeKeeper } from './database/keeper.server.ts'
import type { Database, DatabaseTransaction } from './database/types.server.ts'
import { visitorOf } from './http/client-address.ts'

export interface DailyPostTables {
  /** Kept for a day at most. */
  'platform.post_key': { day: string; key: Uint8Array }
  'platform.post_count': { day: string; visitor: Uint8Array; count: number }
}
declare module './database/types.server.ts' {
  interface AllTables extends DailyPostTables {}
}

/** Enough to tell visitors apart. */
const HASH_BYTES = 16

/**
 * Counts a post of a visitor, for the whole installation and over restarts, without keeping who it was: the
 * address goes through a hash whose key is made anew each day and erased with it. What follows in the
 * transaction is done as the keeper.
 *
 * @returns which of the visitor's posts today this is, from 1
 */
export async function countDailyPost(tx: DatabaseTransaction, clientAddress: string, now: Date) {
  await becomeKeeper(tx)
  const day = dayOf(now)
  await forget(tx, day)
  const visitor = createHmac('sha256', await keyOf(tx, day))
    .update(visitorOf(clientAddress))
    .digest()
    .subarray(0, HASH_BYTES)
  const { count } = await tx
    .insertInto('platform.post_count')
    .values({ day, visitor, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['day', 'visitor']).doUpdateSet({ count: sql<number>`post_count.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return count
}

/** Erases the counts and the key of days that are over. */
export function forgetPastPosts(db: Database, now: Date) {
  return asKeeper(db, (tx) => forget(tx, dayOf(now)))
}

async function forget(tx: DatabaseTransaction, today: string) {
  await tx.deleteFrom('platform.post_count').where('day', '<', today).execute()
  await tx.deleteFrom('platform.post_key').where('day', '<', today).execute()
}

async function keyOf(tx: DatabaseTransaction, day: string) {
  await tx
    .insertInto('platform.post_key')
    .values({ day, key: randomBytes(32) })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute()
  const { key } = await tx
    .selectFrom('platform.post_key')
    .select('key')
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  return key
}

/** The day in universal time, `YYYY-MM-DD`. */
const dayOf = (now: Date) => now.toISOString().slice(0, 10)
