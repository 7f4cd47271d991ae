import type { DatabaseTransaction } from '../database/types.server.ts'
import type { Change } from '../write/change.server.ts'
import { municipalDay } from './day.ts'
import { NOT_LENT } from './delegate.server.ts'
import { cutAt } from './end-grant.server.ts'
import { findGivenTo, findLent } from './grant-store.server.ts'
import { reviseGrants } from './grants.server.ts'

/** Whose grants end, and on which day: the first on which they no longer hold, `YYYY-MM-DD`. */
export type Leaving = { accountId: string; on: string }

/**
 * Ends what an account was given over single places, and what was lent from it, in the change by which its holder
 * leaves them. What somebody is to their own child, or to themselves, stays. A day that is past counts as today, for
 * the rights were held until now.
 *
 * @param placesLeft of the ids of scopes those that are left
 */
export async function endGivenOver(
  tx: DatabaseTransaction,
  change: Change,
  { accountId, on }: Leaving,
  placesLeft: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
) {
  const { municipalityId } = change
  const today = municipalDay(change.at)
  const day = on < today ? today : on
  const given = (await findGivenTo(tx, municipalityId, accountId, day)).filter(
    ({ role }) => !NOT_LENT.has(role),
  )
  const ids = given.flatMap(({ scope }) => ('id' in scope ? [scope.id] : []))
  if (ids.length === 0) return
  const left = await placesLeft(ids)
  const ended = given.filter(({ scope }) => 'id' in scope && left.has(scope.id))
  if (ended.length === 0) return
  const endedIds = new Set<string | null>(ended.map(({ id }) => id))
  const lent = (await findLent(tx, municipalityId, accountId, day)).filter(({ delegatedGrant }) =>
    endedIds.has(delegatedGrant),
  )
  await reviseGrants(
    tx,
    change,
    [...ended, ...lent].map((one) => cutAt(one, day)),
  )
}
