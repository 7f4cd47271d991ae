import { v7 as uuidv7 } from 'uuid'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import { refuse } from '../refuse.ts'
import { may, type User } from '../users.ts'
import type { Change } from '../write/change.server.ts'
import { revise } from '../write/revise.server.ts'
import { addDays, municipalDay } from './day.ts'
import { asRow, findLent, type GivenGrant, type RoleGrant } from './grant-store.server.ts'
import { cutAt, type GrantProblem, mayInOwnRight, writeGrants } from './grants.server.ts'
import type { Role } from './roles.ts'

/** Nobody stands in for another for longer. */
export const MOST_DAYS = 60

/** What one is to one's own child, or to oneself, cannot be lent. */
export const NOT_LENT: ReadonlySet<Role> = new Set(['pupil', 'guardian'])

/** A right that may be lent: given ones have an id, others follow from posts and charges. */
export type Lendable = RoleGrant & { id?: string }

/** Of somebody's rights in a municipality those that can be lent: what was lent to them cannot. */
export const lendableOf = <One extends Lendable>(
  grants: readonly One[],
  municipalityId: string,
  day: string,
): One[] =>
  grants.filter(
    ({ role, scope, delegatedFrom, validTo }) =>
      delegatedFrom === undefined &&
      !NOT_LENT.has(role) &&
      scope.kind !== 'country' &&
      scope.municipalityId === municipalityId &&
      (!validTo || day < validTo),
  )

/** Who stands in for whom, on which days. */
export type Delegation = {
  municipalityId: string
  /** Whose rights are lent. */
  lender: string
  deputy: string
  /** first day, `YYYY-MM-DD` */
  from: string
  /** first day on which the deputy no longer stands in */
  to: string
  why?: string
}

/**
 * Has somebody stand in for another: copies the rights of the lender to the deputy for some days. One lends one's
 * own rights, and whoever gives rights lends anybody's; nobody lends to themselves what is not theirs.
 *
 * @param grants the lender's rights in the municipality, those that follow from posts and charges too
 */
export async function delegate(
  db: Database,
  user: User,
  delegation: Delegation,
  grants: readonly Lendable[],
): Promise<{ lent: number } | GrantProblem> {
  const { municipalityId, lender, deputy, from, to, why } = delegation
  const problem = findDelegationProblem(user, delegation)
  if (problem) return problem
  const rows = lendableOf(grants, municipalityId, from)
    .filter(({ validFrom }) => !validFrom || validFrom < to)
    .map((grant): GivenGrant => {
      const id = uuidv7()
      const dates = {
        validFrom: grant.validFrom && grant.validFrom > from ? grant.validFrom : from,
        validTo: grant.validTo && grant.validTo < to ? grant.validTo : to,
      }
      const { role, scope } = grant
      const whose = { delegatedFrom: lender, delegatedGrant: grant.id ?? null }
      return { id, accountId: deputy, role, scope, ...dates, givenBy: user.id, ...whose, revision: 0 }
    })
  if (rows.length === 0) return { problem: 'platform.grant.nothing' }
  const change = { action: 'grant.delegated', subject: deputy, why } as const
  await writeGrants(db, ableToLend(user, municipalityId), municipalityId, change, () => rows)
  return { lent: rows.length }
}

/** Why somebody cannot stand in for another like this; undefined when they can. */
export function findDelegationProblem(
  user: User,
  { municipalityId, lender, deputy, from, to }: Delegation,
): GrantProblem | undefined {
  const isOwn = lender === user.id
  if (!isOwn && !may(user, 'platform.grant.edit', { municipalityId })) refuse(403, 'platform.refused.grant')
  if (!isOwn && !mayInOwnRight(user, { municipalityId })) return { problem: 'platform.grant.deputy' }
  if (deputy === lender) return { problem: 'platform.grant.sameDeputy' }
  if (deputy === user.id) return { problem: 'platform.grant.self' }
  if (from < municipalDay()) return { problem: 'platform.grant.past' }
  if (to <= from) return { problem: 'platform.grant.dates' }
  return to > addDays(from, MOST_DAYS) ? { problem: 'platform.grant.long' } : undefined
}

/** Lending is writing a grant, which the lender need not be able to do otherwise. */
const ableToLend = (user: User, municipalityId: string): User => ({
  ...user,
  grants: [
    ...user.grants,
    {
      capabilities: ['platform.grant.edit', 'platform.grant.read'],
      scope: { kind: 'municipality', municipalityId },
    },
  ],
})

/** What ended, and when, from which something may have been lent. */
export type EndedRight = {
  municipalityId: string
  accountId: string
  role: Role
  scopeId: string
  on: string
}

/** Who writes, able to end what was lent from a right that ends with the post or charge they end. */
export const ableToEndLent = ableToLend

/** Ends what was lent from a right that followed from a post or a charge, in the change that ends that. */
export async function endLent(
  tx: DatabaseTransaction,
  change: Change,
  { municipalityId, accountId, role, scopeId, on }: EndedRight,
) {
  const lent = await findLent(tx, municipalityId, accountId, on)
  const ended = lent.filter((one) => one.role === role && 'id' in one.scope && one.scope.id === scopeId)
  const rows = ended.map((one) => asRow(cutAt(one, on)))
  await revise(tx, change, { table: 'platform.role_grant', key: ['id'], hasId: true }, rows)
}
