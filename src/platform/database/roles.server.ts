import { type QueryExecutorProvider, sql } from 'kysely'

/** Reads only what is public. Every anonymous request works as this role. */
export const PUBLIC_ROLE = 'izaugsme_public'
/** A signed-in person or a command: reads and writes the municipalities its grants name. */
export const MEMBER_ROLE = 'izaugsme_member'

/**
 * Counts posts and takes away what is overdue. Nobody's pages work as this role; it sees neither reports nor
 * contacts that are not overdue yet.
 */
export const KEEPER_ROLE = 'izaugsme_keeper'

/**
 * Makes the roles that requests work as. Roles belong to the whole server, where another database of
 * Izaugsme may have made them already, so they are no part of the migrations.
 */
export async function prepareRoles(db: QueryExecutorProvider) {
  for (const role of [PUBLIC_ROLE, MEMBER_ROLE, KEEPER_ROLE]) {
    await sql
      .raw(`do $$ begin
        create role ${role} nologin;
      exception when duplicate_object or unique_violation then null;
      end $$`)
      .execute(db)
    await sql`grant ${sql.id(role)} to current_user`.execute(db)
  }
}
