import { sql } from 'kysely'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { IndicatorsTables } from '../tables.server.ts'

type Own = Db<IndicatorsTables>

/** Rows of indicators by their ids. One statement. */
export const findIndicatorRows = (db: Own, municipalityId: string, ids: readonly string[]) =>
  readRows(
    db,
    db
      .selectFrom('indicators.indicator')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .where(isShown()),
  )

/** Every indicator that figures can be computed for, by plan and in its order: those whose value is one number. */
export const findComputable = (db: Own, municipalityId: string) =>
  readRows(
    db,
    db
      .selectFrom('indicators.indicator')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('value_kind', 'in', ['number', 'share', 'ratio'])
      .where('retired_on', 'is', null)
      .where(isShown())
      .orderBy('catalogue')
      .orderBy('position'),
  )

/** Series of some indicators that are about all institutions together, in their order. One statement. */
export const findSeriesOfAll = (db: Own, municipalityId: string, indicatorIds: readonly string[]) =>
  db
    .selectFrom('indicators.series')
    .select(['catalogue', 'key', 'indicator_id', 'breakdown'])
    .where('municipality_id', '=', municipalityId)
    .where('institution_id', 'is', null)
    .where(sql<boolean>`indicator_id = any(${indicatorIds}::uuid[])`)
    .where(isShown())
    .orderBy('position')
    .execute()

/** The newest revision of a period in each of some series, by series. One statement. */
export async function findNewestOf(
  db: Own,
  municipalityId: string,
  period: string,
  seriesIds: readonly string[],
) {
  const rows = await readRows(
    db,
    db
      .selectFrom('indicators.observation')
      .selectAll()
      .distinctOn('series_id')
      .where('municipality_id', '=', municipalityId)
      .where('period', '=', period)
      .where(sql<boolean>`series_id = any(${seriesIds}::uuid[])`)
      .orderBy('series_id')
      .orderBy('revision', 'desc'),
  )
  return new Map(rows.map((row) => [row.series_id, row]))
}
