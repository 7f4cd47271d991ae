import { findAccountHolder } from '#platform/accounts/holders-store.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { ableToEndLent } from '#platform/rights/delegate.server.ts'
import { demand, type User } from '#platform/users.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findChargesHeld, findPersonOfAccount, findPostsHeld } from './account-store.server.ts'
import { endLentFromCharges, endLentFromPosts } from './end-rows.server.ts'
import { findBelonging } from './move-store.server.ts'
import { inPeopleChange, isTaken, type Keeper } from './service.server.ts'

/** Whose an account is to be. */
export type Connection = {
  personId: string
  /** how often what is known of the person had been written when it was read */
  seen: number
  /** null takes the account away */
  accountId: string | null
}

type Reason = `people.account.${'elsewhere' | 'ended' | 'taken' | 'own'}`

/** Why an account cannot be this person's, or what somebody else has written meanwhile. */
export type ConnectionProblem =
  | { problem: Reason }
  | { meanwhile: { version: number; accountId: string | null } }

/**
 * Makes an account a person's, or takes it away: from then on rights follow from what the person works as and is
 * charged with, in the same change; they end with it. What was lent from rights that are taken away ends as well.
 *
 * Both rights are asked for. Whoever keeps people says who works; whoever administers accounts answers for who stands
 * behind one, and only they see the addresses by which accounts of the same name are told apart. Nobody connects
 * themselves, for nobody gives themselves a right.
 *
 * @returns nothing when it is done
 */
export async function connectAccount(
  db: Database,
  user: User,
  keeper: Keeper,
  { personId, seen, accountId }: Connection,
): Promise<ConnectionProblem | undefined> {
  const { municipalityId } = keeper
  demand(user, 'platform.account.edit', { municipalityId })
  if (accountId === user.id) return { problem: 'people.account.own' }
  const subject = personId
  const what =
    accountId === null ? { action: 'person.disconnected', subject } : { action: 'person.connected', subject }
  const able = ableToEndLent(user, municipalityId)
  try {
    const { result } = await inPeopleChange(db, able, keeper, what, async (tx, change) => {
      const found = await findBelonging(tx, municipalityId, personId)
      if (!found) return undefined
      const { given_name, family_name, revision, ...person } = found
      if (revision !== seen) return { meanwhile: { version: revision, accountId: person.account_id } }
      const problem =
        accountId === null ? undefined : await findProblem(tx, { municipalityId, personId, accountId })
      if (problem) return { problem }
      const row = { ...person, account_id: accountId }
      await revise(tx, change, { table: 'people.person', key: ['person_id'] }, [row])
      await handWork(tx, change, user, personId, accountId)
      return undefined
    })
    return result
  } catch (error) {
    // Somebody else has connected it in this very moment.
    if (isTaken(error)) return { problem: 'people.account.taken' }
    throw error
  }
}

type Wanted = { municipalityId: string; personId: string; accountId: string }

async function findProblem(
  tx: DatabaseTransaction,
  { municipalityId, personId, accountId }: Wanted,
): Promise<Reason | undefined> {
  const holder = await findAccountHolder(tx, municipalityId, accountId)
  if (!holder) return 'people.account.elsewhere'
  if (holder.endedOn !== null) return 'people.account.ended'
  const other = await findPersonOfAccount(tx, municipalityId, accountId)
  return other && other.person_id !== personId ? 'people.account.taken' : undefined
}

/** Writes the account into what the person works as and is charged with now and later; what is past stays as it was. */
async function handWork(
  tx: DatabaseTransaction,
  change: Change,
  user: User,
  personId: string,
  accountId: string | null,
) {
  const { municipalityId } = change
  const today = municipalDay()
  const posts = await findPostsHeld(tx, municipalityId, personId, today)
  const charges = await findChargesHeld(tx, municipalityId, personId, today)
  for (const { institution_id: institutionId } of [...posts, ...charges])
    demand(user, 'people.edit', { municipalityId, institutionId })
  const isAnothers = ({ account_id }: { account_id: string | null }) => account_id !== accountId
  const handed = <Row extends object>(row: Row) => ({ ...row, account_id: accountId })
  await revise(tx, change, { table: 'people.post', key: ['id'], hasId: true }, posts.map(handed))
  await revise(tx, change, { table: 'people.assignment', key: ['id'], hasId: true }, charges.map(handed))
  await endLentFromPosts(tx, change, posts.filter(isAnothers), today)
  await endLentFromCharges(tx, change, charges.filter(isAnothers), today)
}
