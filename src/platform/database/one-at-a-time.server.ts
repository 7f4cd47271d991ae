import { type Kysely, sql } from 'kysely'

/**
 * Lets one transaction after another do what has a name, where there is no row yet that could be locked. Holds until
 * the transaction ends.
 */
export async function oneAtATime(db: Pick<Kysely<never>, 'selectFrom'>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db as Kysely<never>)
}
