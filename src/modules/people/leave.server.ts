import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { endGivenOver } from '#platform/rights/end-given.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { findPlacesAt } from './leave-store.server.ts'
import { findPostsAt } from './move-store.server.ts'

/** An account whose person leaves an institution. */
export type Leaving = {
  accountId: string | null
  institutionId: string
  /** first day on which they are there no more, `YYYY-MM-DD` */
  on: string
}

/**
 * Ends what the account of somebody who leaves an institution was given by hand over it, its classes and its people.
 * Rights over the whole municipality stay: whether they are still needed is for whoever gives them to say.
 */
export async function endGivenThere(
  tx: DatabaseTransaction,
  change: Change,
  { accountId, institutionId, on }: Leaving,
) {
  if (accountId === null) return
  await endGivenOver(tx, change, { accountId, on }, (ids) =>
    findPlacesAt(tx, change.municipalityId, institutionId, ids),
  )
}

/** The same for somebody one of whose posts at the institution has just been ended, if it was the last one there. */
export async function endGivenWithLastPost(
  tx: DatabaseTransaction,
  change: Change,
  { personId, ...leaving }: Leaving & { personId: string },
) {
  const keeper = { municipalityId: change.municipalityId, institutionId: leaving.institutionId }
  const others = await findPostsAt(tx, keeper, personId, leaving.on)
  if (others.length === 0) await endGivenThere(tx, change, leaving)
}
