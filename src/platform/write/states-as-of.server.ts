import { type SqlBool, sql } from 'kysely'
import { readSql } from '../database/read-rows.server.ts'
import { isShown } from '../database/withdrawn.server.ts'
import type { Content } from './stored.ts'

type Readable = Parameters<typeof readSql>[0]

/** A descriptive row as it was. */
export type StateAsOf = {
  record_key: string
  content: Content
  /** It was first written only later; this is how. */
  is_later: boolean
}

/**
 * The states that descriptive rows had at an instant, by their keys (parts joined with `·`); of rows that were
 * first written later the first one. One statement.
 */
export async function findStatesAsOf(
  db: Readable,
  { municipalityId, table, asOf }: { municipalityId: string; table: string; asOf: Date },
  keys: readonly string[],
): Promise<Map<string, StateAsOf>> {
  const rows = await readSql(
    db,
    sql<StateAsOf>`select distinct on (record_key) record_key, content, recorded_at > ${asOf} as is_later
      from platform.record_revision
      where municipality_id = ${municipalityId} and table_name = ${table} and record_key = any(${keys}::text[])
      order by record_key, recorded_at > ${asOf}, case when recorded_at > ${asOf} then revision else -revision end`,
  )
  return new Map(rows.map((row) => [row.record_key, row]))
}

/**
 * The states that the rows of several tables had at an instant, of those whose keys begin with the part given, by
 * their tables and keys. What was first written later has none. One statement.
 */
export async function findStatesWithin(
  db: Readable,
  { municipalityId, tables, within, asOf }: WithinAsOf,
): Promise<(table: string, key: string) => Content | undefined> {
  const rows = await readSql(
    db,
    sql<{ table_name: string; record_key: string; content: Content }>`
      select distinct on (table_name, record_key) table_name, record_key, content from platform.record_revision
      where municipality_id = ${municipalityId} and table_name = any(${tables}::text[])
        and starts_with(record_key, ${`${within}·`}) and recorded_at <= ${asOf}
      order by table_name, record_key, revision desc`,
  )
  const states = new Map(rows.map((row) => [`${row.table_name} ${row.record_key}`, row.content]))
  return (table, key) => states.get(`${table} ${within}·${key}`)
}
type WithinAsOf = { municipalityId: string; tables: readonly string[]; within: string; asOf: Date }

/** Whether a row is shown; of an earlier state only the state itself can tell. */
export const isShownAsOf = (asOf: Date | undefined) => (asOf === undefined ? isShown() : sql<SqlBool>`true`)
