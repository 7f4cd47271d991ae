import { writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator } from '#platform/users.ts'
import { makeMark, readMark } from './mark.service.server.ts'
import { type NotificationKind, OPTIONAL_KINDS } from './notification.ts'
import { setWanted } from './notification-store.server.ts'

const TOPIC = 'sign out'

/** A mark by which an account is signed out of letters of one kind without signing in, and of nothing else. */
export const signOutOf = (db: Database, accountId: string, kind: NotificationKind): Promise<string> =>
  makeMark(db, TOPIC, { accountId, said: [kind] })

/** What a mark signs out of; undefined for one that we have not made, or that was altered. */
export async function readSignOut(db: Database, mark: string) {
  const read = await readMark(db, TOPIC, mark)
  const kind = OPTIONAL_KINDS.find((one) => one === read?.said[0])
  return read && kind ? { accountId: read.accountId, kind } : undefined
}

/** Signs out of letters of the kind that a mark speaks of. @returns false for a mark that is none */
export async function signOut(db: Database, mark: string): Promise<boolean> {
  const read = await readSignOut(db, mark)
  if (!read) return false
  await writeAs(db, operator(), (tx) => setWanted(tx, read.accountId, read.kind, false), {
    capabilities: ['work.letter.send'],
  })
  return true
}
