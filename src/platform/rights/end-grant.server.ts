import { readAs } from '../database/scope.server.ts'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import { demand, type User } from '../users.ts'
import { municipalDay } from './day.ts'
import { findGivenGrant, findLent, type GivenGrant, lockGivenGrant } from './grant-store.server.ts'
import { type GrantProblem, writeGrants } from './grants.server.ts'
import { findAbleAdministrators, staysAdministered } from './last-administrator.server.ts'
import { placeOf } from './place-of.server.ts'

/** Which grant is to be ended, and when. */
export type Ending = {
  municipalityId: string
  id: string
  /** first day on which it no longer holds, `YYYY-MM-DD` */
  on: string
  /** The grant's revision as whoever ends it saw it; what was changed since is not ended unseen. */
  revision?: number | undefined
  why?: string
  /** The account itself has ended: its rights go even where nobody is left to administer. */
  isAccountOver?: boolean
}

/**
 * Ends a grant on a day, and with it what was lent from it.
 *
 * @returns why it cannot be ended: it holds no more, was changed meanwhile, or would leave a later day without an
 *   administrator whose account works
 */
export async function endGrantOn(
  db: Database,
  user: User,
  ending: Ending,
): Promise<{ ended: GivenGrant } | GrantProblem> {
  const { municipalityId, id, on, why } = ending
  demand(user, 'platform.grant.edit', placeOf(municipalityId))
  if (on < municipalDay()) return { problem: 'platform.grant.past' }
  const grant = await readAs(db, user, (tx) => findGivenGrant(tx, municipalityId, id))
  if (!grant) return { problem: 'platform.grant.over' }
  const able = await findAbleToStay(db, user, ending, grant)
  let ended = grant
  const what = { action: 'grant.ended', subject: grant.accountId, why } as const
  const problem = await writeGrants(db, user, municipalityId, what, async (tx) => {
    const found = await findEnding(tx, ending, able)
    if ('problem' in found) return found
    ended = found[0]
    return found
  })
  return problem ?? { ended }
}

/** Ends a grant at once. Answers false where there is none that holds today or later, or it may not be ended. */
export async function endGrant(
  db: Database,
  user: User,
  municipalityId: string,
  id: string,
): Promise<boolean> {
  return 'ended' in (await endGrantOn(db, user, { municipalityId, id, on: municipalDay() }))
}

/** Accounts that could go on administering; undefined where it does not matter who is left. */
export function findAbleToStay(
  db: Database,
  user: User,
  { municipalityId, isAccountOver = false }: Pick<Ending, 'municipalityId' | 'isAccountOver'>,
  grant: GivenGrant,
): Promise<ReadonlySet<string> | undefined> {
  const isAdministrator = grant.role === 'administrator' && grant.delegatedFrom === undefined
  if (!isAdministrator || isAccountOver) return Promise.resolve(undefined)
  return findAbleAdministrators(db, user, municipalityId)
}

/**
 * What is written to end a grant: the grant, then what was lent from it; or why it cannot be. Reads and compares in the
 * transaction that writes, so that of two who end it at once the second is told.
 *
 * @param able from `findAbleToStay`
 */
export async function findEnding(
  tx: DatabaseTransaction,
  { municipalityId, id, on, revision }: Ending,
  able: ReadonlySet<string> | undefined,
): Promise<[GivenGrant, ...GivenGrant[]] | GrantProblem> {
  // All administrators are locked before the one among them: two who end each other would wait for good otherwise.
  const isLeft = able === undefined || (await staysAdministered(tx, municipalityId, { id, on, able }))
  const grant = await lockGivenGrant(tx, municipalityId, id)
  if (!grant) return { problem: 'platform.grant.over' }
  if (revision !== undefined && revision !== grant.revision) return { problem: 'platform.grant.meanwhile' }
  if (grant.validTo !== null && grant.validTo <= on) return { problem: 'platform.grant.over' }
  if (!isLeft) return { problem: 'platform.grant.last' }
  const lent = await findLent(tx, municipalityId, grant.accountId, on)
  const own = lent.filter(({ delegatedGrant }) => delegatedGrant === id)
  return [cutAt(grant, on), ...own.map((one) => cutAt(one, on))]
}

/** The grant ended on a day; one that has not begun by then never holds. */
export const cutAt = (grant: GivenGrant, on: string): GivenGrant => ({
  ...grant,
  validTo: on > grant.validFrom ? on : grant.validFrom,
})
