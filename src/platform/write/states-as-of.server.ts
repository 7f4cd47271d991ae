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

/** Whether a row is shown; of an earlier state only the state itself can tell. */
export const isShownAsOf = (asOf: Date | undefined) => (asOf === undefined ? isShown() : sql<SqlBool>`true`)
