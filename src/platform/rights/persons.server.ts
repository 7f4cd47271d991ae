import type { Database } from '../database/types.server.ts'
import { refuse } from '../refuse.ts'
import { type Secrets, secretsOf } from '../secrets.ts'

/**
 * Whether data of persons may be kept: the embedded database is for trying out, so it takes real persons only
 * when its operator says so (`IZAUGSME_PERSONS=allow`). Invented ones it takes as long as nobody but this
 * machine can reach it.
 */
export function mayKeepPersons({ persons }: Database, data: { isInvented: boolean }): boolean {
  return persons === 'any' || (persons === 'invented' && data.isInvented)
}

/** Stops whoever is about to write about persons where that may not be. */
export function demandPersonsAllowed(db: Database, data: { isInvented: boolean }) {
  if (!mayKeepPersons(db, data)) refuse(403, 'platform.refused.persons')
}

/**
 * Keys for persons' identifiers, from the secret of the settings (`IZAUGSME_SECRET`). Invented persons need no
 * secret.
 *
 * @throws a refusal for real persons without a secret
 */
export function demandSecrets(secret: string | undefined, data: { isInvented: boolean }): Secrets {
  if (secret !== undefined) return secretsOf(secret)
  return data.isInvented
    ? secretsOf('invented persons have no secrets')
    : refuse(403, 'platform.refused.secret')
}
