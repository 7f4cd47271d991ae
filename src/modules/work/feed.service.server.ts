import { findPlacesOfAccount, findShutPlaces } from '#platform/accounts/holders-store.server.ts'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { Language } from '#platform/texts/text.ts'
import { operator, type User } from '#platform/users.ts'
import { readDutyDays } from './duties/duty-days.server.ts'
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

/** What stands in a calendar: a task, or something that is to come and is nobody's task yet. */
type Entry = Pick<Task, 'id' | 'subject' | 'address' | 'dueOn'>

/**
 * Tasks of whoever has this secret, and the duties of the coming year that the account answers for, without those of
 * municipalities in which the account has ended; undefined where nobody has it or the account works nowhere any more. The
 * secret opens nothing else.
 */
export async function findFeed(
  db: Database,
  secret: string,
  language: Language = 'lv',
): Promise<Entry[] | undefined> {
  if (!SECRET.test(secret)) return undefined
  const accountId = await readAs(db, operator(), (tx) => findAccountOfSecret(tx, secret, 'calendar'), {
    capabilities: ['work.letter.send'],
  })
  if (accountId === undefined) return undefined
  const holder: User = { id: accountId, kind: 'member', grants: [] }
  const found = await readAs(db, holder, async (tx) => {
    const places = await findPlacesOfAccount(tx, accountId)
    const shut = await findShutPlaces(tx, accountId)
    const tasks = await findOpenTasks(tx, accountId)
    return { places, tasks: tasks.filter(({ municipalityId }) => !shut.has(municipalityId)) }
  })
  if (found.places.length === 0) return undefined
  const given = new Set(found.tasks.map(({ address }) => address))
  const days: Entry[] = [...found.tasks]
  for (const municipalityId of found.places) {
    const duties = await readDutyDays(db, { municipalityId, accountId, language })
    days.push(...duties.filter(({ address }) => !given.has(address)))
  }
  return days
}
