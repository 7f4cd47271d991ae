import { sql } from 'kysely'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown, newestStanding } from '#platform/database/withdrawn.server.ts'
import { OBSERVATION, TARGET } from './appended.ts'
import type { Stated } from './outline.ts'
import type { IndicatorsTables } from './tables.server.ts'

/** Which indicators have a baseline and a target in a set, by id; those with neither are absent. One statement. */
export async function findStated(
  db: Db<IndicatorsTables>,
  municipalityId: string,
  targetSet: string,
  asOf?: Date,
): Promise<Map<string, Omit<Stated, 'direction'>>> {
  const set = sql`(select id from indicators.target_set where municipality_id = ${municipalityId} and key = ${targetSet})`
  const targets = newestStanding({ ...TARGET, columns: ['kind'] }, municipalityId, asOf)
  const figures = newestStanding(OBSERVATION, municipalityId, asOf)
  const rows = await readSql(
    db,
    sql<{ indicator_id: string; baseline: boolean; target: boolean }>`
      select series.indicator_id, bool_or(stated.is_baseline) as baseline, bool_or(not stated.is_baseline) as target
      from (
        select baseline.series_id, true as is_baseline from indicators.baseline
          join ${figures} figure on figure.series_id = baseline.series_id and figure.period = baseline.period
          where baseline.municipality_id = ${municipalityId} and baseline.target_set_id = ${set} and ${isShown('baseline')}
        union all
        select series_id, false from ${targets} target where target_set_id = ${set} and kind <> 'none'
      ) stated
      join indicators.series on series.municipality_id = ${municipalityId} and series.id = stated.series_id
        and ${isShown('series')}
      group by 1`,
  )
  return new Map(rows.map(({ indicator_id, baseline, target }) => [indicator_id, { baseline, target }]))
}
