import type { Database } from '../database/types.server.ts'
import { refuse } from '../refuse.ts'

/**
 * Stops whoever is about to write about persons where that may not be: the embedded database is for trying
 * out, so it takes real persons only when its operator says so (`IZAUGSME_PERSONS=allow`). Invented ones it
 * takes as long as nobody but this machine can reach it.
 */
export function demandPersonsAllowed({ persons }: Database, data: { isInvented: boolean }) {
  if (persons === 'any' || (persons === 'invented' && data.isInvented)) return
  refuse(403, 'platform.refused.persons')
}
