import { readAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import { municipalDay } from '../rights/day.ts'
import { openPersons } from '../rights/open-persons.server.ts'
import type { TextKey } from '../texts/text.ts'
import type { User } from '../users.ts'
import { beginChange, finishChange, type Intent } from '../write/change.server.ts'
import type { ErasurePlan, PersonalDataEntry, Whose } from './entry.ts'

/** What erasing somebody does to an entry. */
export type EntryPlan = ErasurePlan & { key: string; title: TextKey }

type Person = Extract<Whose, { kind: 'person' }>
type Asked = { person: Person; reason: string }

/** Says what would be erased of a person and what would be withheld, and why. That it was looked at leaves a trace. */
export function planErasure(
  db: Database,
  user: User,
  entries: readonly PersonalDataEntry[],
  { person, reason }: Asked,
): Promise<EntryPlan[]> {
  return openPersons(db, user, opening(person, reason), (tx) => plan(tx, entries, person, municipalDay()))
}

/** Says what is kept of an account, and why it stays when the account itself goes: read with the account's own rights. */
export const planKept = (
  db: Database,
  entries: readonly PersonalDataEntry[],
  accountId: string,
): Promise<EntryPlan[]> =>
  readAs(db, { id: accountId, kind: 'member', grants: [] }, (tx) =>
    plan(tx, entries, { kind: 'account', accountId }, municipalDay()),
  )

/**
 * Erases what may be erased of a person, all in one transaction. The journal remembers what happened, by numbers and
 * never by what was erased; asked for again, nothing is left to be erased.
 *
 * @returns what was erased and what was withheld
 */
export function erasePerson(
  db: Database,
  user: User,
  entries: readonly PersonalDataEntry[],
  { person, reason }: Asked,
): Promise<EntryPlan[]> {
  const work = async (tx: DatabaseTransaction) => {
    const day = municipalDay()
    const planned = await plan(tx, entries, person, day)
    const detail = {
      erased: Object.fromEntries(planned.map(({ key, count }) => [key, count])),
      withheld: Object.fromEntries(
        planned.map(({ key, withheld }) => [key, withheld.reduce((sum, { count }) => sum + count, 0)]),
      ),
    }
    const change = await beginChange(tx, user, { ...intent(person), detail })
    const done: EntryPlan[] = []
    for (const one of planned) {
      const erasure = entries.find(({ key }) => key === one.key)?.erasure
      const count = one.count > 0 && erasure ? await erasure.erase(tx, change, person, day) : 0
      if (count !== one.count) throw new Error(`erasePerson: ${one.key} erased ${count} rows of ${one.count}`)
      done.push({ ...one, count })
    }
    change.counts.changed = done.reduce((sum, { count }) => sum + count, 0)
    change.counts.added = 0
    // That somebody asked and all was withheld is remembered as well.
    if (change.counts.changed === 0) change.counts.changed = 1
    await finishChange(tx, change)
    return done
  }
  return openPersons(db, user, opening(person, reason), work, 'writing')
}

const opening = ({ municipalityId, personId }: Person, reason: string) =>
  ({ municipalityId, persons: [personId], capability: 'platform.person.erase', reason }) as const

const intent = ({ municipalityId, personId }: Person): Intent => ({
  municipalityId,
  stream: 'people',
  origin: 'form',
  action: 'person.erased',
  subject: personId,
  isPublic: false,
  at: new Date(),
})

async function plan(
  tx: DatabaseTransaction,
  entries: readonly PersonalDataEntry[],
  whose: Whose,
  day: string,
): Promise<EntryPlan[]> {
  const plans: EntryPlan[] = []
  for (const { key, title, erasure, kept, find } of entries) {
    if (erasure) plans.push({ key, title, ...(await erasure.plan(tx, whose, day)) })
    else if (kept && find) {
      const { length } = await find(tx, whose, undefined)
      plans.push({
        key,
        title,
        count: 0,
        withheld: length > 0 ? [{ count: length, reason: kept, until: null }] : [],
      })
    }
  }
  return plans.filter(({ count, withheld }) => count > 0 || withheld.length > 0)
}
