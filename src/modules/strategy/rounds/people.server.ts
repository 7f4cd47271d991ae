import { readHeldGrants } from '#modules/people.server'
import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { bundleOf, type Capability } from '#platform/rights/capabilities.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { Language } from '#platform/texts/text.ts'
import { theProgram, type User } from '#platform/users.ts'

/** Those whom a round concerns, on one day. */
export type People = {
  /** Who works here, by account: who has ended is not among them. */
  holders: ReadonlyMap<string, { name: string; language: Language }>
  /** Who has lent their rights to somebody else, and so is away. */
  away: ReadonlySet<string>
  /** Who sets rounds and decides on what is reported. */
  department: readonly string[]
}

/** Read in the program's own name: whoever asks need not see everybody's rights. */
export function readPeople(db: Database, municipalityId: string, day = municipalDay()): Promise<People> {
  return readHeldGrants(db, municipalityId, day, async ({ grants }, tx) => {
    const holders = (await findAccountHolders(tx, municipalityId)).filter(
      ({ endedOn, isAccepted }) => isAccepted && (endedOn === null || endedOn > day),
    )
    const working = new Map(holders.map(({ accountId, name, language }) => [accountId, { name, language }]))
    const held = grants.filter(({ accountId }) => working.has(accountId))
    const away = held.flatMap(({ grant }) => grant.delegatedFrom ?? [])
    const department = held.filter(
      ({ grant }) =>
        grant.scope.kind === 'municipality' && bundleOf(grant.role).includes('strategy.round.edit'),
    )
    return {
      holders: working,
      away: new Set(away),
      department: [...new Set(department.map(({ accountId }) => accountId))],
    }
  })
}

const inTown = (municipalityId: string, capabilities: readonly Capability[]) => ({
  capabilities,
  scope: { kind: 'municipality' as const, municipalityId },
})

/** Reads a round in the program's own name, for somebody who may see just their own part of it. */
export const roundReader = (municipalityId: string): User =>
  theProgram([inTown(municipalityId, ['strategy.round.read', 'strategy.read', 'work.task.read'])])

/** Somebody who reports on what they answer for, whatever else they may do: the service has looked that it is theirs. */
export const ableToReport = (accountId: string, municipalityId: string): User => ({
  id: accountId,
  kind: 'member',
  grants: [
    inTown(municipalityId, [
      'strategy.round.read',
      'strategy.round.edit',
      'strategy.read',
      'work.task.read',
      'work.task.edit',
    ]),
  ],
})

/** Whoever decides in a round, who gives tasks by it whatever else they may do. */
export const ableToAsk = (user: User, municipalityId: string): User => ({
  ...user,
  grants: [...user.grants, inTown(municipalityId, ['work.task.read', 'work.task.edit'])],
})
