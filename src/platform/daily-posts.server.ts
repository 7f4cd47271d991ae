import { createHmac, randomBytes } from 'node:crypto'
import { writeAs } from './database/scope.server.ts'
import type { Database, DatabaseTransaction } from './database/types.server.ts'
import { visitorOf } from './http/client-address.ts'
import type { Within } from './rights/settings.ts'
import { operator } from './users.ts'

export interface DailyPostTables {
  /** Kept for a day at most. */
  'platform.post_key': { day: string; key: Uint8Array }
  'platform.post': { day: string; visitor: Uint8Array; id: string }
}
declare module './database/types.server.ts' {
  interface AllTables extends DailyPostTables {}
}

/** Enough to tell visitors apart. */
const HASH_BYTES = 16
const COUNTING: Within = { capabilities: ['platform.post.count'] }

type Post = {
  clientAddress: string
  /** Names a filling-in of a form; sent twice, it counts once. */
  id: string
  /** So many may come from one visitor a day. */
  limit: number
}

/**
 * Counts a post of a visitor, for the whole installation and over restarts, without keeping who it was: the
 * address goes through a hash whose key is made anew each day and erased with it.
 *
 * @returns false when it is one too many for today
 */
export function countDailyPost(db: Database, { clientAddress, id, limit }: Post, now: Date) {
  const day = dayOf(now)
  const count = async (tx: DatabaseTransaction) => {
    await forget(tx, day)
    const visitor = createHmac('sha256', await keyOf(tx, day))
      .update(visitorOf(clientAddress))
      .digest()
      .subarray(0, HASH_BYTES)
    const posts = await tx
      .selectFrom('platform.post')
      .select('id')
      .where('day', '=', day)
      .where('visitor', '=', visitor)
      .execute()
    if (posts.some((post) => post.id === id)) return true
    if (posts.length >= limit) return false
    await tx.insertInto('platform.post').values({ day, visitor, id }).execute()
    return true
  }
  return writeAs(db, operator(), count, COUNTING)
}

/** Erases the counts and the key of days that are over. */
export function forgetPastPosts(db: Database, now: Date) {
  return writeAs(db, operator(), (tx) => forget(tx, dayOf(now)), COUNTING)
}

async function forget(tx: DatabaseTransaction, today: string) {
  await tx.deleteFrom('platform.post').where('day', '<', today).execute()
  await tx.deleteFrom('platform.post_key').where('day', '<', today).execute()
}

/** The key of a day. Whoever has it is the only one to count until the transaction ends, lest two be one too many. */
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
    .forUpdate()
    .executeTakeFirstOrThrow()
  return key
}

/** The day in universal time, `YYYY-MM-DD`. */
const dayOf = (now: Date) => now.toISOString().slice(0, 10)
