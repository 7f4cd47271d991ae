import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown, newestStanding } from '#platform/database/withdrawn.server.ts'
import { OBSERVATION, TARGET } from './appended.ts'
import type { IndicatorsTables } from './tables.server.ts'

type Own = Db<IndicatorsTables>

/** A figure or a target by what names it: its series, and its period or year. */
export type FigureKey = { seriesId: string; series: string; figure: string }

/** Which figures or targets to name: of one indicator, by id, or of all; those recorded by an instant, or all. */
type Asked = {
  municipalityId: string
  targetSet: string
  indicator?: string | undefined
  asOf?: Date | undefined
}

/** Names every figure in the order of lists, the baseline of a series first. One statement. */
export function findObservationKeys(db: Own, asked: Asked): Promise<FigureKey[]> {
  const { municipalityId, targetSet } = asked
  return readSql(
    db,
    sql<FigureKey>`
      select series.id as "seriesId", series.key as series, observation.period as figure
      from ${newestStanding(OBSERVATION, municipalityId, asked.asOf)} observation
      join indicators.series on series.municipality_id = ${municipalityId} and series.id = observation.series_id
        and ${isShown('series')}
      join indicators.indicator on indicator.municipality_id = ${municipalityId}
        and indicator.id = series.indicator_id and ${isShown('indicator')} ${ofIndicator(asked)}
      left join indicators.target_set on target_set.municipality_id = ${municipalityId} and target_set.key = ${targetSet}
      left join indicators.baseline on baseline.municipality_id = ${municipalityId}
        and baseline.target_set_id = target_set.id
        and baseline.series_id = observation.series_id and baseline.period = observation.period
        and ${isShown('baseline')}
      order by indicator.position, series.position, baseline.period is null, observation.period`,
  )
}

/** Names every target of a set in the order of lists. One statement. */
export function findTargetKeys(db: Own, asked: Asked): Promise<FigureKey[]> {
  const { municipalityId, targetSet } = asked
  return readSql(
    db,
    sql<FigureKey>`
      select series.id as "seriesId", series.key as series, target.target_year::text as figure
      from ${newestStanding(TARGET, municipalityId, asked.asOf)} target
      join indicators.target_set on target_set.municipality_id = ${municipalityId}
        and target_set.id = target.target_set_id and target_set.key = ${targetSet}
      join indicators.series on series.municipality_id = ${municipalityId} and series.id = target.series_id
        and ${isShown('series')}
      join indicators.indicator on indicator.municipality_id = ${municipalityId}
        and indicator.id = series.indicator_id and ${isShown('indicator')} ${ofIndicator(asked)}
      order by indicator.position, series.position, target.target_year`,
  )
}

/** Periods of which a set has any result, of indicators that promise something. One statement. */
export async function findMeasuredPeriods(
  db: Own,
  municipalityId: string,
  targetSet: string,
  asOf?: Date,
): Promise<string[]> {
  const rows = await readSql(
    db,
    sql<{ period: string }>`
      select distinct observation.period from ${newestStanding(OBSERVATION, municipalityId, asOf)} observation
      join indicators.series on series.municipality_id = ${municipalityId} and series.id = observation.series_id
        and ${isShown('series')}
      join indicators.target_set on target_set.municipality_id = ${municipalityId} and target_set.key = ${targetSet}
      left join indicators.baseline on baseline.municipality_id = ${municipalityId}
        and baseline.target_set_id = target_set.id
        and baseline.series_id = observation.series_id and baseline.period = observation.period
        and ${isShown('baseline')}
      where baseline.period is null
        and exists (
          select from indicators.series other
          left join indicators.baseline promise on promise.municipality_id = ${municipalityId}
            and promise.target_set_id = target_set.id and promise.series_id = other.id
            and ${isShown('promise')}
          left join ${newestStanding(TARGET, municipalityId)} target
            on target.target_set_id = target_set.id and target.series_id = other.id
          where other.municipality_id = ${municipalityId} and other.indicator_id = series.indicator_id
            and ${isShown('other')}
            and (promise.series_id is not null or target.series_id is not null)
        )
      order by 1`,
  )
  return rows.map(({ period }) => period)
}

const ofIndicator = ({ indicator }: Asked) =>
  indicator === undefined ? sql`` : sql`and indicator.id = ${indicator}`
