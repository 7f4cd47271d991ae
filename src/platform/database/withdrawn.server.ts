import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * Whether a row is shown: it has not been withdrawn. Every query on rows that are changed in place asks for it;
 * of appended rows see `newestStanding`.
 *
 * @param table name that the query gives the table; needed where it reads several
 */
export const isShown = (table?: string) =>
  table === undefined
    ? sql<SqlBool>`withdrawn_at is null`
    : sql<SqlBool>`${sql.ref(`${table}.withdrawn_at`)} is null`

/** Of revisions that are grouped by what tells their rows apart: whether the newest was not withdrawn. */
export const newestIsShown = sql<SqlBool>`(array_agg(withdrawn_at order by revision desc))[1] is null`

type Appended = {
  table: string
  /** Columns by which revisions belong together, besides the municipality. */
  key: readonly string[]
  /** Columns to read besides the key. */
  columns?: readonly string[]
}

/**
 * The newest revision of each appended row, as a subselect in parentheses. Where the newest says that the row
 * was withdrawn, there is none, whatever the older ones say.
 *
 * @param asOf looks at revisions that were recorded by this instant only
 */
export function newestStanding(
  { table, key, columns = [] }: Appended,
  municipalityId: string,
  asOf?: Date,
): RawBuilder<unknown> {
  const read = sql.join([...key, ...columns].map((column) => sql.ref(column)))
  const by = sql.join(key.map((column) => sql.ref(column)))
  const recorded = asOf === undefined ? sql`` : sql`and recorded_at <= ${asOf}`
  return sql`(
    select ${read} from (
      select distinct on (${by}) ${read}, withdrawn_at from ${sql.table(table)}
      where municipality_id = ${municipalityId} ${recorded}
      order by ${by}, revision desc
    ) newest where withdrawn_at is null
  )`
}
