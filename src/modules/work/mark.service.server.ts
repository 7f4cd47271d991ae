import { createHmac, timingSafeEqual } from 'node:crypto'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator } from '#platform/users.ts'
import { ensureSecret, findSecret } from './personal-key-store.server.ts'

const WITHIN = { capabilities: ['work.letter.send'] } as const
const LONGEST = 600

/** What a mark says: whose it is, and what its topic knows it by. */
export type Said = { accountId: string; said: readonly string[] }

/**
 * A mark for a link in a letter: whoever has it may do one thing in the name of an account without signing in. It is
 * signed with the account's own key, and is of no use once that is renewed.
 *
 * @param topic what may be done by it; a mark of one topic is none of another
 */
export async function makeMark(db: Database, topic: string, { accountId, said }: Said): Promise<string> {
  const secret = await writeAs(db, operator(), (tx) => ensureSecret(tx, accountId, 'mail'), WITHIN)
  const packed = Buffer.from(JSON.stringify([accountId, ...said])).toString('base64url')
  return `${packed}.${sign(secret, topic, packed)}`
}

/** What a mark says; undefined for one that we have not made for this topic, or that was altered. */
export async function readMark(db: Database, topic: string, mark: string): Promise<Said | undefined> {
  const [packed = '', signature = '', ...more] = mark.split('.')
  if (more.length > 0 || packed.length > LONGEST) return undefined
  const [accountId, ...said] = unpack(packed)
  if (accountId === undefined) return undefined
  const secret = await readAs(db, operator(), (tx) => findSecret(tx, accountId, 'mail'), WITHIN)
  if (secret === undefined || !isSame(signature, sign(secret, topic, packed))) return undefined
  return { accountId, said }
}

function unpack(packed: string): string[] {
  try {
    const words: unknown = JSON.parse(Buffer.from(packed, 'base64url').toString())
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : []
  } catch {
    return []
  }
}

const sign = (secret: string, topic: string, packed: string) =>
  createHmac('sha256', secret).update(`${topic} ${packed}`).digest('base64url')

function isSame(one: string, other: string) {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
