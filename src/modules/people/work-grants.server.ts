import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { RoleGrant } from '#platform/rights/grant-store.server.ts'
import { derivedGrants } from './derived-grants.ts'
import { findHeldAssignments, findHeldPosts } from './store.server.ts'

/** A right that follows from what somebody works as or is charged with. */
export type WorkGrant = { accountId: string; from: 'post' | 'assignment'; grant: RoleGrant }

/** Rights that follow from the posts and charges of everybody in a municipality, as signing in works them out. */
export async function findWorkGrants(tx: DatabaseTransaction, municipalityId: string): Promise<WorkGrant[]> {
  const posts = await findHeldPosts(tx, municipalityId)
  const assignments = await findHeldAssignments(tx, municipalityId)
  return [
    ...posts.flatMap(({ accountId, ...post }) =>
      derivedGrants([post], []).map((grant) => ({ accountId, from: 'post' as const, grant })),
    ),
    ...assignments.flatMap(({ accountId, ...assignment }) =>
      derivedGrants([], [assignment]).map((grant) => ({ accountId, from: 'assignment' as const, grant })),
    ),
  ]
}
