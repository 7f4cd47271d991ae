import { type SelectQueryBuilder, sql } from 'kysely'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { IndicatorsTables } from './tables.server.ts'

type Own = Db<IndicatorsTables>

/**
 * What survey tables say of the figures of some series, or of all of a municipality. What was written after an
 * earlier instant was not known then. One statement.
 */
export function findEvidence(db: Own, municipalityId: string, series?: readonly string[], asOf?: Date) {
  return readRows(
    db,
    db
      .selectFrom('indicators.evidence')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where(series === undefined ? sql<boolean>`true` : sql<boolean>`series_id = any(${series}::uuid[])`)
      .$if(asOf !== undefined, (query) => query.where('changed_at', '<=', asOf as Date))
      .where(isShown()),
  )
}

/** A cell of a survey whose share is the figure of a series. */
export type EvidenceCell = { survey: string; group: string; item: string; seriesId: string; series: string }

/**
 * The cells of surveys that hold figures of a plan, with the keys of their series. One statement.
 *
 * @param catalogue key of the plan, or a query that finds it
 */
export async function findEvidenceCells(
  db: Own,
  municipalityId: string,
  catalogue: string | SelectQueryBuilder<IndicatorsTables, never, { key: string }>,
): Promise<EvidenceCell[]> {
  const rows = await db
    .selectFrom('indicators.evidence as evidence')
    .innerJoin('indicators.series as series', (join) =>
      join
        .onRef('series.municipality_id', '=', 'evidence.municipality_id')
        .onRef('series.id', '=', 'evidence.series_id'),
    )
    .select(['evidence.survey', 'evidence.survey_group', 'evidence.item', 'series.id', 'series.key'])
    .where('evidence.municipality_id', '=', municipalityId)
    .where('evidence.catalogue', '=', catalogue)
    .where(isShown('evidence'))
    .where(isShown('series'))
    .execute()
  return rows.map(({ survey, survey_group, item, id, key }) => ({
    survey,
    group: survey_group,
    item,
    seriesId: id,
    series: key,
  }))
}
