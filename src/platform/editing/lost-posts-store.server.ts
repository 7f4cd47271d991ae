import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { countDailyPost } from '../daily-posts.server.ts'
import { writeAs } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import { operator } from '../users.ts'
import type { Typed } from './drafts-store.server.ts'
import './tables.server.ts'

/** What somebody has sent to a form after their session had ended. */
export type LostPost = { address: string; typed: Typed }

/** Enough for whoever works in the evening and signs in the next morning. */
export const LOST_POST_SECONDS = 24 * 60 * 60
/** So many are kept of one visitor a day, lest strangers fill the database. */
const LOST_POSTS_A_DAY = 50
const TOKEN = /^[\w-]{43}$/
const KEEPING = { capabilities: ['platform.post.keep'] } as const

/**
 * Keeps what was sent without a session until its writer has signed in again. It is encrypted with the token,
 * which only the browser keeps, and which the database knows by its hash.
 *
 * @returns the token; undefined when this visitor has sent too much today
 */
export async function keepLostPost(
  db: Database,
  post: LostPost,
  clientAddress: string,
): Promise<string | undefined> {
  const bytes = randomBytes(32)
  const token = bytes.toString('base64url')
  const { id, key } = keysOf(token)
  const count = { clientAddress, id: asUuid(bytes), limit: LOST_POSTS_A_DAY }
  if (!(await countDailyPost(db, count, new Date()))) return undefined
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(post)), cipher.final()])
  const content = Buffer.concat([nonce, cipher.getAuthTag(), sealed])
  await writeAs(
    db,
    operator(),
    (tx) => tx.insertInto('platform.lost_post').values({ id, content }).execute(),
    KEEPING,
  )
  return token
}

/**
 * Takes out what was kept under a token, if it was sent to this address. It can be taken once.
 *
 * @param now what is older than a day is gone
 */
export async function takeLostPost(
  db: Database,
  token: string,
  address: string,
  now = new Date(),
): Promise<Typed | undefined> {
  if (!TOKEN.test(token)) return undefined
  const { id, key } = keysOf(token)
  return writeAs(
    db,
    operator(),
    async (tx) => {
      const row = await tx
        .selectFrom('platform.lost_post')
        .select('content')
        .where('id', '=', id)
        .where('at', '>', dayBefore(now))
        .executeTakeFirst()
      const post = row && open(Buffer.from(row.content), key)
      if (post?.address !== address) return undefined
      await tx.deleteFrom('platform.lost_post').where('id', '=', id).execute()
      return post.typed
    },
    KEEPING,
  )
}

/** Erases what nobody has come for within a day. */
export const forgetLostPosts = (db: Database, now: Date) =>
  writeAs(
    db,
    operator(),
    (tx) => tx.deleteFrom('platform.lost_post').where('at', '<=', dayBefore(now)).execute(),
    KEEPING,
  )

const dayBefore = (now: Date) => new Date(now.getTime() - LOST_POST_SECONDS * 1000)

function keysOf(token: string) {
  const derive = (what: string) => Buffer.from(hkdfSync('sha256', token, '', `izaugsme ${what}`, 32))
  return { id: derive('lost post id'), key: derive('lost post key') }
}

function open(content: Buffer, key: Buffer): LostPost {
  const opener = createDecipheriv('aes-256-gcm', key, content.subarray(0, 12))
  opener.setAuthTag(content.subarray(12, 28))
  return JSON.parse(Buffer.concat([opener.update(content.subarray(28)), opener.final()]).toString())
}

/** Names the post where posts are counted; any 16 bytes will do. */
const asUuid = (bytes: Buffer) =>
  bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
