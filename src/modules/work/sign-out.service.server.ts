import { createHmac, timingSafeEqual } from 'node:crypto'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator } from '#platform/users.ts'
import { type NotificationKind, OPTIONAL_KINDS } from './notification.ts'
import { setWanted } from './notification-store.server.ts'
import { ensureSecret, findSecret } from './personal-key-store.server.ts'

const WITHIN = { capabilities: ['work.letter.send'] } as const

/** A mark by which an account is signed out of letters of one kind without signing in, and of nothing else. */
export async function signOutOf(db: Database, accountId: string, kind: NotificationKind): Promise<string> {
  const secret = await writeAs(db, operator(), (tx) => ensureSecret(tx, accountId, 'mail'), WITHIN)
  const said = Buffer.from(JSON.stringify([accountId, kind])).toString('base64url')
  return `${said}.${sign(secret, said)}`
}

/** What a mark signs out of; undefined for one that we have not made, or that was altered. */
export async function readMark(db: Database, mark: string) {
  const [said = '', signature = '', ...more] = mark.split('.')
  if (more.length > 0 || said.length > 400) return undefined
  const [accountId, kind] = readSaid(said)
  if (accountId === undefined || kind === undefined) return undefined
  const secret = await readAs(db, operator(), (tx) => findSecret(tx, accountId, 'mail'), WITHIN)
  if (secret === undefined || !isSame(signature, sign(secret, said))) return undefined
  return { accountId, kind }
}

/** Signs out of letters of the kind that a mark speaks of. @returns false for a mark that is none */
export async function signOut(db: Database, mark: string): Promise<boolean> {
  const read = await readMark(db, mark)
  if (!read) return false
  await writeAs(db, operator(), (tx) => setWanted(tx, read.accountId, read.kind, false), WITHIN)
  return true
}

function readSaid(said: string): [string?, NotificationKind?] {
  try {
    const [accountId, kind] = JSON.parse(Buffer.from(said, 'base64url').toString()) as [unknown, unknown]
    const known = OPTIONAL_KINDS.find((one) => one === kind)
    return typeof accountId === 'string' && known ? [accountId, known] : []
  } catch {
    return []
  }
}

const sign = (secret: string, said: string) =>
  createHmac('sha256', secret).update(`sign out ${said}`).digest('base64url')

function isSame(one: string, other: string) {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
