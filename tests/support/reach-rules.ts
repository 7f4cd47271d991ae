import { type QueryExecutorProvider, sql } from 'kysely'
import type { TableDeclaration } from '#platform/rights/declaration.ts'
import { COLUMN_OF, levelsBetween } from '#platform/rights/levels.ts'

/**
 * Looks for levels that a table declares to reach without an index behind the municipality, by which a
 * policy could find the few rows of one institution, group or person among all. An index needs the column.
 */
export async function findUnreachable(
  owner: QueryExecutorProvider,
  declared: Readonly<Record<string, TableDeclaration>>,
): Promise<string[]> {
  const { rows } = await sql<{ columns: string }>`
    select t.relnamespace::regnamespace::text || '.' || t.relname || ' ' || array_to_string(array(
      select a.attname from unnest(i.indkey[0:1]::int2[]) with ordinality k (number, position)
        join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number order by position), ', ') as columns
    from pg_index i join pg_class t on t.oid = i.indrelid`.execute(owner)
  const indexed = new Set(rows.map(({ columns }) => columns))
  return Object.entries(declared).flatMap(([name, table]) => {
    if (!('reach' in table)) return []
    const needed = levelsBetween(table.from, table.reach).flatMap((level) =>
      level === 'country' || level === 'municipality' ? [] : [`municipality_id, ${COLUMN_OF[level]}`],
    )
    return needed
      .filter((columns) => !indexed.has(`${name} ${columns}`))
      .map((columns) => `${name} has no index that begins with ${columns}`)
  })
}
