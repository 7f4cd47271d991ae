import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { IndicatorsTables } from './tables.server.ts'

/** Periods of which a set has any result, of indicators that promise something. One statement. */
export async function findMeasuredPeriods(
  db: Db<IndicatorsTables>,
  municipalityId: string,
  targetSet: string,
  asOf?: Date,
): Promise<string[]> {
  const recorded = asOf === undefined ? sql`true` : sql`observation.recorded_at <= ${asOf}`
  const rows = await readSql(
    db,
    sql<{ period: string }>`
      select distinct observation.period from indicators.observation
      join indicators.series on series.municipality_id = ${municipalityId} and series.id = observation.series_id
      join indicators.target_set on target_set.municipality_id = ${municipalityId} and target_set.key = ${targetSet}
      left join indicators.baseline on baseline.municipality_id = ${municipalityId}
        and baseline.target_set_id = target_set.id
        and baseline.series_id = observation.series_id and baseline.period = observation.period
      where observation.municipality_id = ${municipalityId} and ${recorded} and baseline.period is null
        and exists (
          select from indicators.series other
          left join indicators.baseline promise on promise.municipality_id = ${municipalityId}
            and promise.target_set_id = target_set.id and promise.series_id = other.id
          left join indicators.target on target.municipality_id = ${municipalityId}
            and target.target_set_id = target_set.id and target.series_id = other.id
          where other.municipality_id = ${municipalityId} and other.indicator_id = series.indicator_id
            and (promise.series_id is not null or target.series_id is not null)
        )
      order by 1`,
  )
  return rows.map(({ period }) => period)
}
