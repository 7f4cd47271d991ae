import { type AliasedExpression, type Kysely, type SqlBool, sql } from 'kysely'

/** Columns of all tables that hold an instant; in JSON they are text. */
const INSTANTS = ['recorded_at', 'changed_at', 'withdrawn_at'] as const

/** Which rows are wanted. */
type Wanted = {
  /** Those that had not been withdrawn at this instant; without it, those that are not withdrawn now. */
  asOf?: Date | undefined
  /** Withdrawn rows as well. */
  withdrawn?: boolean
}

/**
 * Reads a query's rows as one JSON value instead of cell by cell. For wide rows that takes less than half
 * the time in the embedded database, and no more on a server. Dates stay text, numbers are numbers.
 *
 * Rows that were withdrawn are left out here, for every reader alike: of appended rows the query chooses the
 * newest revision, and if that one is withdrawn, there is none.
 *
 * @param query selects `withdrawn_at` among its columns
 */
export async function readRows<Row extends object>(
  db: Pick<Kysely<never>, 'selectFrom'>,
  query: { as: (alias: 'read') => AliasedExpression<Row, 'read'> },
  { asOf, withdrawn = false }: Wanted = {},
): Promise<Row[]> {
  const all = db as unknown as Kysely<Record<string, never>>
  const { rows } = await all
    .selectFrom(query.as('read') as unknown as AliasedExpression<Record<string, never>, 'read'>)
    .select(sql<Row[]>`coalesce(json_agg(read), '[]')`.as('rows'))
    .$if(!withdrawn, (shown) => shown.where(notWithdrawn(asOf)))
    .executeTakeFirstOrThrow()
  for (const row of rows as Record<string, unknown>[]) {
    for (const column of INSTANTS) if (typeof row[column] === 'string') row[column] = new Date(row[column])
  }
  return rows
}

const notWithdrawn = (asOf?: Date) =>
  asOf
    ? sql<SqlBool>`(read.withdrawn_at is null or read.withdrawn_at > ${asOf})`
    : sql<SqlBool>`read.withdrawn_at is null`
