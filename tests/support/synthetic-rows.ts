import { type QueryExecutorProvider, sql } from 'kysely'
import {
  APPENDED_TABLES,
  CONTACT_TABLES,
  HOUSEKEEPING_TABLES,
  isOurs,
  NATIONAL_TABLES,
  SENT_TABLES,
  tableName,
} from './table-kinds.ts'

export type SyntheticTable = {
  name: string
  kind: 'national' | 'changing' | 'appended' | 'sent' | 'contact' | 'housekeeping'
  /** PostgreSQL type of each column that can be written. */
  types: Record<string, string>
}

/** Every table of the product, ready to take rows that mean nothing. */
export async function findSyntheticTables(db: QueryExecutorProvider): Promise<SyntheticTable[]> {
  const { rows } = await sql<Omit<SyntheticTable, 'kind'>>`
    select ${tableName} as name, jsonb_object_agg(a.attname, a.atttypid::regtype::text) as types
    from pg_class t join pg_attribute a on a.attrelid = t.oid
    where ${isOurs} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by t.oid order by 1`.execute(db)
  return rows.map((row) => ({ ...row, kind: kindOf(row.name) }))
}

const KINDS = [
  ['national', NATIONAL_TABLES],
  ['appended', APPENDED_TABLES],
  ['sent', SENT_TABLES],
  ['contact', CONTACT_TABLES],
  ['housekeeping', HOUSEKEEPING_TABLES],
] as const

function kindOf(name: string): SyntheticTable['kind'] {
  return KINDS.find(([, names]) => names.includes(name))?.[0] ?? 'changing'
}

/** Whether rows of the table belong to municipalities. */
export const hasMunicipality = ({ kind }: SyntheticTable) => kind !== 'national' && kind !== 'housekeeping'

/**
 * Takes away what makes rows meaningful: keys, references and checks. Who may do what does not hang on
 * them, and without them any row of the right types will do.
 */
export async function forgetMeaning(db: QueryExecutorProvider) {
  await sql
    .raw(`do $$ declare found record; begin
      for found in select k.conrelid::regclass as place, k.conname from pg_constraint k
        join pg_class t on t.oid = k.conrelid
        where k.contype in ('p', 'u', 'f', 'c', 'x') and t.relnamespace::regnamespace::text !~ '^(pg_|information_schema|public)'
        order by k.contype = 'f' desc
      loop execute format('alter table %s drop constraint %I', found.place, found.conname); end loop;
      for found in select i.indexrelid::regclass as place from pg_index i join pg_class t on t.oid = i.indrelid
        where i.indisunique and t.relnamespace::regnamespace::text !~ '^(pg_|information_schema|public)'
      loop execute format('drop index %s', found.place); end loop;
    end $$`)
    .execute(db)
}

/** Adds rows in the owner's name, who must stand outside the policies for that moment. */
export async function plantRows(
  db: QueryExecutorProvider,
  table: SyntheticTable,
  rows: readonly Record<string, unknown>[],
) {
  const place = sql.table(table.name)
  await sql`alter table ${place} no force row level security`.execute(db)
  for (const row of rows) await insertion(table, row).execute(db)
  await sql`alter table ${place} force row level security`.execute(db)
}

/** The statement that adds one row, with something of the right type in each column not given. */
export function insertion(table: SyntheticTable, given: Record<string, unknown>) {
  const columns = sql.join(Object.keys(table.types).map((column) => sql.ref(column)))
  const values = Object.fromEntries(
    Object.entries(table.types).map(([column, type]) => [
      column,
      given[column] ?? somethingOf(type, table.name),
    ]),
  )
  const place = sql.table(table.name)
  return sql`insert into ${place} (${columns})
    select ${columns} from jsonb_populate_record(null::${place}, ${JSON.stringify(values)}::jsonb)`
}

const SOMETHING: Record<string, unknown> = {
  uuid: '00000000-0000-7000-8000-000000000000',
  text: 'synthetic',
  boolean: false,
  smallint: 1,
  integer: 1,
  bigint: 1,
  numeric: 1,
  'double precision': 1,
  date: '2026-01-01',
  'timestamp with time zone': '2026-01-01T00:00:00Z',
  jsonb: {},
  bytea: '\\x00',
}

function somethingOf(type: string, table: string) {
  if (type.endsWith('[]')) return []
  if (!(type in SOMETHING)) throw new RangeError(`somethingOf: no value for type ${type} of ${table}`)
  return SOMETHING[type]
}
