import { type AliasedExpression, type Kysely, type RawBuilder, sql } from 'kysely'

/** Columns of all tables that hold an instant; in JSON they are text. */
const INSTANTS = ['recorded_at', 'changed_at'] as const

/**
 * Reads a query's rows as one JSON value instead of cell by cell. For wide rows that takes less than half
 * the time in the embedded database, and no more on a server. Dates stay text, numbers are numbers.
 */
export async function readRows<Row extends object>(
  db: Pick<Kysely<never>, 'selectFrom'>,
  query: { as: (alias: 'read') => AliasedExpression<Row, 'read'> },
): Promise<Row[]> {
  const all = db as unknown as Kysely<Record<string, never>>
  const { rows } = await all
    .selectFrom(query.as('read') as unknown as AliasedExpression<Record<string, never>, 'read'>)
    .select(sql<Row[]>`coalesce(json_agg(read), '[]')`.as('rows'))
    .executeTakeFirstOrThrow()
  for (const row of rows as Record<string, unknown>[]) {
    for (const column of INSTANTS) if (typeof row[column] === 'string') row[column] = new Date(row[column])
  }
  return rows
}

/** Reads the rows of a query that is written as SQL. */
export const readSql = <Row extends object>(
  db: Pick<Kysely<never>, 'selectFrom'>,
  query: RawBuilder<Row>,
): Promise<Row[]> => readRows<Row>(db, { as: (alias) => sql<Row>`(${query})`.as(alias) })
