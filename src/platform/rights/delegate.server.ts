import { v7 as uuidv7 } from 'uuid'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import { refuse } from '../refuse.ts'
import { may, type User } from '../users.ts'
import type { Change } from '../write/change.server.ts'
import { addDays, municipalDay } from './day.ts'
import { cutAt } from './end-grant.server.ts'
import {
  findLent,
  type GivenGrant,
  giveInTurn,
  lockGivenGrant,
  type RoleGrant,
} from './grant-store.server.ts'
import { type GrantProblem, isSameScope, mayInOwnRight, reviseGrants, writeGrants } from './grants.server.ts'
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
  const { municipalityId, deputy, why } = delegation
  const problem = findDelegationProblem(user, delegation)
  if (problem) return problem
  let lent = 0
  const change = { action: 'grant.delegated', subject: deputy, why } as const
  const able = ableToLend(user, municipalityId)
  const found = await writeGrants(db, able, municipalityId, change, async (tx) => {
    await giveInTurn(tx, municipalityId, deputy)
    const current = await findCurrent(tx, municipalityId, grants)
    const rows = asLent(current, delegation, user.id)
    if (rows.length === 0) return { problem: 'platform.grant.nothing' }
    const twice = await findLentTwice(tx, delegation, current)
    if (twice) return twice
    lent = rows.length
    return rows
  })
  return found ?? { lent }
}

/** Given rights as they are now: they may have been ended since they were read, and stay as they are until all is written. */
async function findCurrent(tx: DatabaseTransaction, municipalityId: string, grants: readonly Lendable[]) {
  const current: Lendable[] = []
  // In one order, so that nobody waits for somebody who waits for them.
  for (const grant of grants.toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1))) {
    const now = grant.id === undefined ? grant : await lockGivenGrant(tx, municipalityId, grant.id)
    if (now) current.push(now)
  }
  return current
}

function asLent(
  grants: readonly Lendable[],
  { municipalityId, lender, deputy, from, to }: Delegation,
  givenBy: string,
): GivenGrant[] {
  return lendableOf(grants, municipalityId, from)
    .filter(({ validFrom }) => !validFrom || validFrom < to)
    .map(({ id, role, scope, validFrom, validTo }) => ({
      id: uuidv7(),
      accountId: deputy,
      role,
      scope,
      validFrom: validFrom && validFrom > from ? validFrom : from,
      validTo: validTo && validTo < to ? validTo : to,
      givenBy,
      delegatedFrom: lender,
      delegatedGrant: id ?? null,
      revision: 0,
    }))
}

/** That the deputy already has one of these rights from the same lender on some of the days; undefined otherwise. */
export async function findLentTwice(
  tx: DatabaseTransaction,
  delegation: Delegation,
  grants: readonly Lendable[],
): Promise<GrantProblem | undefined> {
  const { municipalityId, lender, from } = delegation
  const before = await findLent(tx, municipalityId, lender, from)
  const isTwice = asLent(grants, delegation, lender).some((row) =>
    before.some((one) => isSameDeputyship(one, row)),
  )
  return isTwice ? { problem: 'platform.grant.lent' } : undefined
}

/** Whether the same deputy would have the same right of the same lender twice on some day. */
const isSameDeputyship = (one: GivenGrant, row: GivenGrant): boolean =>
  one.accountId === row.accountId &&
  one.role === row.role &&
  isSameScope(one.scope, row.scope) &&
  later(one.validFrom, row.validFrom) < earlier(one.validTo, row.validTo)

const later = (one: string, other: string) => (one > other ? one : other)
/** What is lent has an end, always. */
const earlier = (one: string | null, other: string | null) =>
  [one, other].reduce<string>((first, day) => (day !== null && day < first ? day : first), '9999-12-31')

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

/** Whose standing in ends, and of whom. */
export type EndedDeputyship = { municipalityId: string; deputy: string }

/** Ends today everything that somebody has lent to a deputy; the lender needs no other right for it. */
export async function endDeputy(
  db: Database,
  lender: User,
  { municipalityId, deputy }: EndedDeputyship,
): Promise<GrantProblem | undefined> {
  const today = municipalDay()
  const what = { action: 'grant.ended', subject: deputy } as const
  return writeGrants(db, ableToLend(lender, municipalityId), municipalityId, what, async (tx) => {
    const lent = await findLent(tx, municipalityId, lender.id, today)
    const rows = lent.filter(
      ({ accountId, validFrom, validTo }) =>
        accountId === deputy && (validTo === null || validFrom < validTo),
    )
    return rows.length === 0 ? { problem: 'platform.grant.over' } : rows.map((one) => cutAt(one, today))
  })
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
  await reviseGrants(
    tx,
    change,
    ended.map((one) => cutAt(one, on)),
  )
}
