import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import type { Change } from '#platform/write/change.server.ts'
import { touchesAdopted } from './version-store.server.ts'

/**
 * What was adopted is changed by the next version, and never by changing its record back.
 *
 * @throws Refused (400) when a change has written a version that is no draft, or what one proposes
 */
export async function keepAdopted(tx: DatabaseTransaction, { municipalityId, id }: Change): Promise<void> {
  if (await touchesAdopted(tx, municipalityId, id)) refuse(400, 'strategy.versions.notDraft')
}
