import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'

/** What the migrations are noted in; a backup names them instead. */
const NOTED = ['kysely_migration', 'kysely_migration_lock']

const isOurs = (schema: RawBuilder<unknown>) => sql`${schema} !~ '^(pg_|information_schema$)'`

export type TableOf = { name: string; columns: string[] }

/** All tables of the product with the columns that are written, those of a table in the order of its making. */
export async function findTables(db: QueryExecutorProvider): Promise<TableOf[]> {
  const { rows } = await sql<TableOf>`
    select n.nspname || '.' || c.relname as name,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${isOurs(sql`n.nspname::text`)} and c.relname::text <> all (${sql.val(NOTED)}::text[])
    order by 1`.execute(db)
  return rows
}

/** Counters that columns take their numbers from. */
export async function findSequences(db: QueryExecutorProvider) {
  const { rows } = await sql<{ name: string; last: string | null }>`
    select schemaname || '.' || sequencename as name, last_value::text as last from pg_sequences
    where ${isOurs(sql`schemaname::text`)} order by 1`.execute(db)
  return rows.flatMap(({ name, last }) => (last === null ? [] : [{ name, last }]))
}

/** Takes away everything there is, down to what a new database has. */
export async function dropEverything(db: QueryExecutorProvider) {
  const { rows } = await sql<{ name: string }>`select nspname::text as name from pg_namespace
    where nspname::text !~ '^(pg_|information_schema$|public$)'
      and pg_has_role(current_user, nspowner, 'usage')`.execute(db)
  for (const { name } of rows) await sql`drop schema ${sql.id(name)} cascade`.execute(db)
  const { rows: tables } = await sql<{ name: string }>`select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and pg_has_role(current_user, c.relowner, 'usage')`.execute(db)
  for (const { name } of tables) await sql`drop table if exists public.${sql.id(name)} cascade`.execute(db)
}

type ForeignKey = { table: string; name: string; definition: string }

/**
 * Does work while no row has to wait for another that it refers to. Afterwards every reference is looked at.
 *
 * @throws the database's error when something is referred to that is not there
 */
export async function withoutForeignKeys(db: QueryExecutorProvider, work: () => Promise<void>) {
  const { rows } = await sql<ForeignKey>`
    select k.conrelid::regclass::text as table, k.conname::text as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and k.conparentid = 0 and ${isOurs(sql`n.nspname::text`)}
    order by 1, 2`.execute(db)
  for (const { table, name } of rows)
    await sql`alter table ${sql.raw(table)} drop constraint ${sql.id(name)}`.execute(db)
  await work()
  for (const { table, name, definition } of rows)
    await sql`alter table ${sql.raw(table)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(db)
}

/** A table as a statement names it. */
export const tableId = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.')
export const columnIds = (columns: readonly string[]): string =>
  columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ')
