import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { IndicatorsTables } from './tables.server.ts'

export type CitedFigures = { sourceId: string; figures: number; targets: number; indicators: number }

/**
 * How many figures, targets and indicators (with their methodologies) name each document as their source, by the
 * newest revisions and the targets of one set. One statement.
 */
export async function countCitedFigures(
  db: Db<IndicatorsTables>,
  municipalityId: string,
  targetSet: string,
): Promise<CitedFigures[]> {
  return readSql(
    db,
    sql<CitedFigures>`
      select source_id as "sourceId", sum(figures)::int as figures, sum(targets)::int as targets,
        sum(indicators)::int as indicators
      from (
        select source_id, 1 as figures, 0 as targets, 0 as indicators from (
          select distinct on (series_id, period) source_id from indicators.observation
          where municipality_id = ${municipalityId} order by series_id, period, revision desc
        ) observation
        union all
        select source_id, 0, 1, 0 from (
          select distinct on (series_id, target_year) target.source_id from indicators.target
          join indicators.target_set on target_set.municipality_id = ${municipalityId}
            and target_set.id = target.target_set_id and target_set.key = ${targetSet}
          where target.municipality_id = ${municipalityId} order by series_id, target_year, target.revision desc
        ) target
        union all
        select source_id, 0, 0, 1 from indicators.indicator where municipality_id = ${municipalityId}
        union all
        select source_id, 0, 0, 1 from indicators.methodology where municipality_id = ${municipalityId}
      ) cited
      where source_id is not null
      group by source_id`,
  )
}
