import type { Kysely } from 'kysely'
import { oneAtATime } from '../database/one-at-a-time.server.ts'

/**
 * Lets one transaction after another put what it has worked out of a municipality in the place of what was kept: of two
 * at once, as a server and a command may be, the second would not see the rows of the first, neither delete them nor
 * be able to put in its own.
 */
export const keepInTurn = (db: Pick<Kysely<never>, 'selectFrom'>, municipalityId: string) =>
  oneAtATime(db, `kept ${municipalityId}`)
