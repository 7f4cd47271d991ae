import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { findStatesAsOf } from '#platform/write/states-as-of.server.ts'
import { BASELINE } from './changed.ts'
import { asItWas, isShownAsOf } from './described-as-of.server.ts'
import type { IndicatorsTables } from './tables.server.ts'

type Own = Db<IndicatorsTables>
type Readable = Parameters<typeof findStatesAsOf>[0]

type Reach = {
  municipalityId: string
  /** A query for the id of the set. */
  set: Expression<unknown>
  asOf: Date | undefined
}

/**
 * Which figures are the baselines of a target set, at an instant or now. One that was first stated later than the
 * instant is the one that was stated first. One statement, and one more for an earlier state.
 *
 * @param isOfPart which series to read
 */
export async function findBaselines(
  db: Own & Readable,
  { municipalityId, set, asOf }: Reach,
  isOfPart: RawBuilder<SqlBool>,
): Promise<IndicatorsTables['indicators.baseline'][]> {
  const rows = await readRows(
    db,
    db
      .selectFrom('indicators.baseline')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where(sql<boolean>`target_set_id = (${set})`)
      .where(isOfPart)
      .where(isShownAsOf(asOf)),
  )
  if (asOf === undefined || rows.length === 0) return rows
  const keyOf = (row: (typeof rows)[number]) => `${row.target_set_id}·${row.series_id}`
  const states = await findStatesAsOf(db, { municipalityId, table: BASELINE.table, asOf }, rows.map(keyOf))
  return rows.flatMap((row) => asItWas(row, states.get(keyOf(row))))
}
