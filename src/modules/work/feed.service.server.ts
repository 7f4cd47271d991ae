import { findPlacesOfAccount, findShutPlaces } from '#platform/accounts/holders-store.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { operator, type User } from '#platform/users.ts'
import { deleteSecret, findAccountOfSecret, renewSecret } from './personal-key-store.server.ts'
import type { Task } from './task.ts'
import { findOpenTasks } from './task-store.server.ts'

/** As `personal-key-store` makes them; nothing else is asked of the database. */
const SECRET = /^[\w-]{43}$/

/** Gives somebody a new address of their calendar; the one before ends. */
export const renewFeed = (db: Database, user: User) =>
  writeAs(db, user, (tx) => renewSecret(tx, user.id, 'calendar'), { capabilities: [] })

/** Shuts the address of somebody's calendar: the account has ended, or others may know what is its own. */
export async function endFeed(db: Database, accountId: string) {
  const own: User = { id: accountId, kind: 'member', grants: [] }
  await writeAs(db, own, (tx) => deleteSecret(tx, accountId, 'calendar'), { capabilities: [] })
}

/**
 * Tasks of whoever has this secret, without those of municipalities in which the account has ended; undefined where
 * nobody has it or the account works nowhere any more. The secret opens nothing else.
 */
export async function findFeed(db: Database, secret: string): Promise<Task[] | undefined> {
  if (!SECRET.test(secret)) return undefined
  const accountId = await readAs(db, operator(), (tx) => findAccountOfSecret(tx, secret, 'calendar'), {
    capabilities: ['work.letter.send'],
  })
  if (accountId === undefined) return undefined
  const holder: User = { id: accountId, kind: 'member', grants: [] }
  return readAs(db, holder, async (tx) => {
    const places = await findPlacesOfAccount(tx, accountId)
    if (places.length === 0) return undefined
    const shut = await findShutPlaces(tx, accountId)
    return (await findOpenTasks(tx, accountId)).filter(({ municipalityId }) => !shut.has(municipalityId))
  })
}
