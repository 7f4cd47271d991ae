import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown, newestStanding } from '#platform/database/withdrawn.server.ts'
import { OBSERVATION } from './appended.ts'
import type { IndicatorsTables } from './tables.server.ts'

/** Of an indicator an institution that has a figure for a period. */
export type MeasuredInstitution = { indicatorId: string; institutionId: string }

/** Institutions of which indicators have a figure for a period, as far as the reader may see them. One statement. */
export const findMeasuredInstitutions = (
  db: Db<IndicatorsTables>,
  municipalityId: string,
  indicatorIds: readonly string[],
  period: string,
): Promise<MeasuredInstitution[]> =>
  readSql(
    db,
    sql<MeasuredInstitution>`select distinct series.indicator_id as "indicatorId",
        series.institution_id as "institutionId"
      from indicators.series
      join ${newestStanding({ ...OBSERVATION, columns: ['missing'] }, municipalityId)} observation
        on observation.series_id = series.id and observation.period = ${period}
      where series.municipality_id = ${municipalityId} and series.institution_id is not null
        and series.indicator_id = any(${indicatorIds}::uuid[]) and observation.missing is null
        and ${isShown('series')}`,
  )
