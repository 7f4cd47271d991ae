import { beginAsAccounts } from '../database/scope.server.ts'
import type { PersonalDataEntry, Withheld } from '../personal-data/entry.ts'
import { type EntryPlan, planKept } from '../personal-data/erase.service.server.ts'
import { municipalDay } from '../rights/day.ts'
import type { User } from '../users.ts'
import { deleteAccount } from './accounts-store.server.ts'
import { type AccountDesk, findPlaces } from './desk.server.ts'
import { inAccountChange } from './holders.service.server.ts'
import { deleteHolder, findAllPlaces } from './holders-store.server.ts'

/** The entry of the record of processing that accounts themselves are. */
const ACCOUNTS = 'platform.accounts'

/**
 * Says what erasing an account would erase and what stays, and why: an account that works is not erased, one that
 * has ended is a year later, and what was done with it stays in the journal.
 *
 * @param day `YYYY-MM-DD`, by which the year is counted
 */
export async function planAccountErasure(
  desk: AccountDesk,
  entries: readonly PersonalDataEntry[],
  accountId: string,
  day = municipalDay(),
): Promise<EntryPlan[]> {
  const places = await findPlaces(desk, accountId, (tx) => findAllPlaces(tx, accountId))
  const kept = withheldOf(places, day)
  const plans = await planKept(desk.db, entries, accountId)
  return plans.map((one) => {
    if (one.key !== ACCOUNTS) return one
    return kept ? { ...one, count: 0, withheld: [kept] } : { ...one, count: places.length, withheld: [] }
  })
}

function withheldOf(places: readonly { endedOn: string | null }[], day: string): Withheld | undefined {
  const count = places.length
  if (places.some(({ endedOn }) => endedOn === null))
    return { count, reason: 'platform.personal.kept.accountWorks', until: null }
  const last = places
    .map(({ endedOn }) => endedOn ?? '')
    .sort()
    .at(-1)
  if (last === undefined) return undefined
  const until = `${Number(last.slice(0, 4)) + 1}${last.slice(4)}`
  return until > day ? { count, reason: 'platform.personal.kept.accountYear', until } : undefined
}

/**
 * Erases an account whose time has come: name and address wherever it worked, password, codes and sessions. The
 * journal of each municipality notes it by the account's number.
 *
 * @param userOf in whose name it is done in a municipality
 * @returns what was erased and what stays
 */
export async function eraseAccount(
  desk: AccountDesk,
  entries: readonly PersonalDataEntry[],
  { accountId, userOf }: { accountId: string; userOf: (municipalityId: string) => User },
  day = municipalDay(),
): Promise<EntryPlan[]> {
  const plans = await planAccountErasure(desk, entries, accountId, day)
  if (!plans.some(({ count }) => count > 0)) return plans
  for (const { id } of await findPlaces(desk, accountId, (tx) => findAllPlaces(tx, accountId))) {
    const what = { municipalityId: id, action: 'account.erased', subject: accountId }
    await inAccountChange(desk.db, userOf(id), what, async (tx, change) => {
      await deleteHolder(tx, id, accountId)
      change.counts.changed += 1
    })
  }
  await beginAsAccounts(desk.db, (tx) => deleteAccount(tx, accountId))
  return plans
}
