import { type Kysely, sql } from 'kysely'

/**
 * Lets one transaction after another put what it has worked out of a municipality in the place of what was kept: of two
 * at once, as a server and a command may be, the second would not see the rows of the first, neither delete them nor
 * be able to put in its own. Holds until the transaction ends.
 */
export async function oneAtATime(
  db: Pick<Kysely<never>, 'selectFrom'>,
  municipalityId: string,
): Promise<void> {
  const lock = sql`select pg_advisory_xact_lock(hashtextextended(${`kept ${municipalityId}`}, 0))`
  await lock.execute(db as Kysely<never>)
}
