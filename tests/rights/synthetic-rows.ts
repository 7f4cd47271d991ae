import { type QueryExecutorProvider, sql } from 'kysely'
import { isOurs, tableName } from '../support/table-kinds.ts'

export type SyntheticTable = {
  name: string
  /** PostgreSQL type of each column that can be written. */
  types: Record<string, string>
}

/** Every table of the product, ready to take rows that mean nothing. */
export async function findSyntheticTables(db: QueryExecutorProvider): Promise<SyntheticTable[]> {
  const { rows } = await sql<SyntheticTable>`
    select ${tableName} as name, jsonb_object_agg(a.attname, a.atttypid::regtype::text) as types
    from pg_class t join pg_attribute a on a.attrelid = t.oid
    where ${isOurs} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by t.oid order by 1`.execute(db)
  return rows
}

/**
 * Takes away what makes rows meaningful: keys, references and checks. Who may do what does not hang on
 * them, and without them any row of the right types will do.
 */
export async function forgetMeaning(db: QueryExecutorProvider) {
  await sql
    .raw(`do $$ declare found record; begin
      for found in select k.conrelid::regclass as place, k.conname from pg_constraint k
        join pg_class t on t.oid = k.conrelid
        where k.contype in ('p', 'u', 'f', 'c', 'x') and t.relnamespace::regnamespace::text !~ '^(pg_|information_schema|public|jobs)'
        order by k.contype = 'f' desc
      loop execute format('alter table %s drop constraint %I', found.place, found.conname); end loop;
      for found in select i.indexrelid::regclass as place from pg_index i join pg_class t on t.oid = i.indrelid
        where i.indisunique and t.relnamespace::regnamespace::text !~ '^(pg_|information_schema|public|jobs)'
      loop execute format('drop index %s', found.place); end loop;
    end $$`)
    .execute(db)
}

/** Puts these rows and no others into a table in the owner's name, who must stand outside the policies for that moment. */
export async function plantRows(
  db: QueryExecutorProvider,
  table: SyntheticTable,
  rows: readonly Record<string, unknown>[],
) {
  const run = (statement: string) => sql.raw(statement).execute(db)
  await run(`alter table ${table.name} no force row level security`)
  for (const row of rows) await run(insertion(table, row))
  await run(`alter table ${table.name} force row level security`)
}

/** The statement that adds one row, with something of the right type in each column not given. */
export function insertion(table: SyntheticTable, given: Record<string, unknown>): string {
  const values = Object.entries(table.types).map(
    ([column, type]) => `'${given[column] ?? somethingOf(type, table.name)}'`,
  )
  return `insert into ${table.name} (${Object.keys(table.types).join()}) values (${values.join()})`
}

/** What stands in every text of a row that means nothing. */
export const SOME_TEXT = 'synthetic'

/** As PostgreSQL reads each type. */
const SOMETHING: Record<string, string> = {
  uuid: '00000000-0000-7000-8000-000000000000',
  text: SOME_TEXT,
  boolean: 'false',
  smallint: '1',
  integer: '1',
  bigint: '1',
  numeric: '1',
  'double precision': '1',
  date: '2026-01-01',
  'timestamp with time zone': '2026-01-01T00:00:00Z',
  jsonb: '{}',
  bytea: '\\x00',
  pg_snapshot: '1:1:',
  xid8: '1',
}

function somethingOf(type: string, table: string) {
  if (type.endsWith('[]')) return '{}'
  const something = SOMETHING[type]
  if (something === undefined) throw new RangeError(`somethingOf: no value for type ${type} of ${table}`)
  return something
}
