import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { endLent } from '#platform/rights/delegate.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { RevisedRow } from '#platform/write/revised-tables.ts'
import { derivedGrants } from './derived-grants.ts'

type PostRow = RevisedRow<'people.post'> & { id: string }
type AssignmentRow = RevisedRow<'people.assignment'> & { id: string }
type InTime = { valid_from: string; valid_to: string | null }

/** The row ended on a day; what has not begun by then never holds. */
export const endedOn = <Row extends InTime>(row: Row, on: string): Row => ({
  ...row,
  valid_to: on > row.valid_from ? on : row.valid_from,
})

/** Ends posts on a day, and what was lent from the rights that follow from them. */
export async function endPosts(
  tx: DatabaseTransaction,
  change: Change,
  posts: readonly PostRow[],
  on: string,
) {
  const target = { table: 'people.post', key: ['id'], hasId: true } as const
  await revise(
    tx,
    change,
    target,
    posts.map((row) => endedOn(row, on)),
  )
  await endLentFromPosts(tx, change, posts, on)
}

/** Ends on a day what was lent from the rights that follow from posts, where the posts themselves go on. */
export async function endLentFromPosts(
  tx: DatabaseTransaction,
  change: Change,
  posts: readonly PostRow[],
  on: string,
) {
  const { municipalityId } = change
  for (const { account_id, institution_id, job, valid_from, valid_to } of posts) {
    const dates = { validFrom: valid_from, validTo: valid_to }
    const grants = derivedGrants([{ municipalityId, institutionId: institution_id, job, ...dates }], [])
    await endLentFrom(tx, change, { accountId: account_id, grants, on })
  }
}

/** Ends charges on a day, and what was lent from the rights that follow from them. */
export async function endCharges(
  tx: DatabaseTransaction,
  change: Change,
  charges: readonly AssignmentRow[],
  on: string,
) {
  const target = { table: 'people.assignment', key: ['id'], hasId: true } as const
  await revise(
    tx,
    change,
    target,
    charges.map((row) => endedOn(row, on)),
  )
  await endLentFromCharges(tx, change, charges, on)
}

/** Ends on a day what was lent from the rights that follow from charges, where the charges themselves go on. */
export async function endLentFromCharges(
  tx: DatabaseTransaction,
  change: Change,
  charges: readonly AssignmentRow[],
  on: string,
) {
  const { municipalityId } = change
  for (const { account_id, kind, group_id, person_id, valid_from, valid_to } of charges) {
    const dates = { validFrom: valid_from, validTo: valid_to }
    const charge = { municipalityId, kind, groupId: group_id, personId: person_id, ...dates }
    await endLentFrom(tx, change, { accountId: account_id, grants: derivedGrants([], [charge]), on })
  }
}

type Lent = { accountId: string | null; grants: ReturnType<typeof derivedGrants>; on: string }

async function endLentFrom(tx: DatabaseTransaction, change: Change, { accountId, grants, on }: Lent) {
  if (accountId === null) return
  for (const { role, scope } of grants) {
    if (!('id' in scope)) continue
    const ended = { municipalityId: change.municipalityId, accountId, role, scopeId: scope.id, on }
    await endLent(tx, change, ended)
  }
}
