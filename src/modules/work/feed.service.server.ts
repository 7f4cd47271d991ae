import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator, type User } from '#platform/users.ts'
import { findAccountOfSecret, renewSecret } from './personal-key-store.server.ts'
import type { Task } from './task.ts'
import { findOpenTasks } from './task-store.server.ts'

/** As `personal-key-store` makes them; nothing else is asked of the database. */
const SECRET = /^[\w-]{43}$/

/** Gives somebody a new address of their calendar; the one before ends. */
export const renewFeed = (db: Database, user: User) =>
  writeAs(db, user, (tx) => renewSecret(tx, user.id, 'calendar'), { capabilities: [] })

/** Tasks of whoever has this secret; undefined where nobody has it. The secret opens nothing else. */
export async function findFeed(db: Database, secret: string): Promise<Task[] | undefined> {
  if (!SECRET.test(secret)) return undefined
  const accountId = await readAs(db, operator(), (tx) => findAccountOfSecret(tx, secret, 'calendar'), {
    capabilities: ['work.letter.send'],
  })
  if (accountId === undefined) return undefined
  const holder: User = { id: accountId, kind: 'member', grants: [] }
  return readAs(db, holder, (tx) => findOpenTasks(tx, accountId))
}
