import {
  type AccountHolder,
  findAccountHolders,
  findEndedAccounts,
} from '#platform/accounts/holders-store.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Capability } from '#platform/rights/capabilities.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { findGivenGrants, type RoleGrant } from '#platform/rights/grant-store.server.ts'
import { ROLES } from '#platform/rights/roles.ts'
import { theProgram } from '#platform/users.ts'
import { findWorkGrants } from './work-grants.server.ts'

/** A role that an account holds, whether it was given, lent or comes with a post or a charge. */
export type HeldGrant = { accountId: string; grant: RoleGrant }

/** Who holds which role in a municipality on a day. */
export type Held = {
  /** Accounts that have ended hold none. */
  grants: readonly HeldGrant[]
  /** Accounts that work here no longer. */
  ended: ReadonlySet<string>
}

/**
 * Reads who holds which role in a municipality on a day. In the program's own name: whoever asks need not see everybody's
 * rights.
 *
 * @param day `YYYY-MM-DD`
 * @param work what is made of it; may read more of accounts and people in the same transaction
 */
export function readHeldGrants<Result>(
  db: Database,
  municipalityId: string,
  day: string,
  work: (held: Held, tx: DatabaseTransaction) => Result | Promise<Result>,
): Promise<Result> {
  const capabilities: Capability[] = ['platform.grant.read', 'platform.account.read', 'people.read']
  const reader = theProgram([{ capabilities, scope: { kind: 'municipality', municipalityId } }])
  return readAs(
    db,
    reader,
    async (tx) => {
      const given = await findGivenGrants(tx, municipalityId, day)
      const ofWork = await findWorkGrants(tx, municipalityId)
      const ended = await findEndedAccounts(tx, municipalityId)
      const grants = [
        ...given.map((grant): HeldGrant => ({ accountId: grant.accountId, grant })),
        ...ofWork,
      ].filter(({ accountId, grant }) => !ended.has(accountId) && holds(grant, day))
      return work({ grants, ended }, tx)
    },
    { municipalityId },
  )
}

/**
 * Accounts that hold a role of the municipality or of one of its institutions on a day, by name: not those that are only
 * pupils, guardians, of one class or of the country. In the program's own name.
 */
export const readRoleHolders = (
  db: Database,
  municipalityId: string,
  day = municipalDay(),
): Promise<AccountHolder[]> =>
  readHeldGrants(db, municipalityId, day, async ({ grants }, tx) => {
    const own = grants.filter(
      ({ grant: { scope } }) => scope.kind === 'municipality' || scope.kind === 'institution',
    )
    const accounts = new Set(own.map(({ accountId }) => accountId))
    return (await findAccountHolders(tx, municipalityId)).filter(({ accountId }) => accounts.has(accountId))
  })

const holds = ({ role, validFrom, validTo }: RoleGrant, day: string) =>
  role in ROLES && (!validFrom || validFrom <= day) && (!validTo || day < validTo)
