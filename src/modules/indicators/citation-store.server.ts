import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown, newestStanding } from '#platform/database/withdrawn.server.ts'
import { OBSERVATION, TARGET } from './appended.ts'
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
        select source_id, 1 as figures, 0 as targets, 0 as indicators
        from ${newestStanding({ ...OBSERVATION, columns: ['source_id'] }, municipalityId)} observation
        where series_id in (select id from indicators.series where municipality_id = ${municipalityId}
          and catalogue = ${targetSet})
        union all
        select source_id, 0, 1, 0 from ${newestStanding({ ...TARGET, columns: ['source_id'] }, municipalityId)} target
        join indicators.target_set on target_set.municipality_id = ${municipalityId}
          and target_set.id = target.target_set_id and target_set.key = ${targetSet}
        union all
        select source_id, 0, 0, 1 from indicators.indicator
        where municipality_id = ${municipalityId} and catalogue = ${targetSet} and ${isShown()}
        union all
        select source_id, 0, 0, 1 from indicators.methodology
        where municipality_id = ${municipalityId} and ${isShown()} and indicator_id in (
          select id from indicators.indicator where municipality_id = ${municipalityId}
            and catalogue = ${targetSet})
      ) cited
      where source_id is not null
      group by source_id`,
  )
}
