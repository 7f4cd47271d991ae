import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'

/**
 * The owner of the tables is bound by their policies as well. For the time in which everything is saved it is not;
 * nobody else's rights hang on that. A start that follows an interrupted one binds it again.
 */
export const unbindOwner = (owner: QueryExecutorProvider) =>
  alterAll(owner, sql`no force`, sql`relforcerowsecurity`)
export const bindOwner = (owner: QueryExecutorProvider) =>
  alterAll(owner, sql`force`, sql`not relforcerowsecurity`)

async function alterAll(
  owner: QueryExecutorProvider,
  force: RawBuilder<unknown>,
  which: RawBuilder<unknown>,
) {
  const { rows } = await sql<{ schema: string; name: string }>`
    select relnamespace::regnamespace::text as schema, relname as name from pg_class
    where relkind in ('r', 'p') and relrowsecurity and ${which}
      and pg_has_role(current_user, relowner, 'usage')`.execute(owner)
  for (const { schema, name } of rows)
    await sql`alter table ${sql.table(`${schema}.${name}`)} ${force} row level security`.execute(owner)
}
