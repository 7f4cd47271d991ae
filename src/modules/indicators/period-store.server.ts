import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown, newestStanding } from '#platform/database/withdrawn.server.ts'
import { OBSERVATION, TARGET } from './appended.ts'
import type { IndicatorsTables } from './tables.server.ts'

/** Periods of which a set has any result, of indicators that promise something. One statement. */
export async function findMeasuredPeriods(
  db: Db<IndicatorsTables>,
  municipalityId: string,
  targetSet: string,
  asOf?: Date,
): Promise<string[]> {
  const set = sql`(select id from indicators.target_set where municipality_id = ${municipalityId} and key = ${targetSet})`
  const baselines = sql`indicators.baseline where municipality_id = ${municipalityId}
    and target_set_id = ${set} and ${isShown()}`
  const rows = await readSql(
    db,
    sql<{ period: string }>`
      select distinct observation.period from ${newestStanding(OBSERVATION, municipalityId, asOf)} observation
      join indicators.series on series.municipality_id = ${municipalityId} and series.id = observation.series_id
        and ${isShown('series')}
      where not exists (
          select from indicators.baseline where municipality_id = ${municipalityId} and target_set_id = ${set}
            and series_id = observation.series_id and period = observation.period and ${isShown()}
        )
        and series.indicator_id in (
          select indicator_id from indicators.series other where municipality_id = ${municipalityId} and ${isShown()}
            and (id in (select series_id from ${baselines})
              or id in (select series_id from ${newestStanding(TARGET, municipalityId)} target
                where target_set_id = ${set}))
        )
      order by 1`,
  )
  return rows.map(({ period }) => period)
}
