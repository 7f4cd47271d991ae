import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import { asName, selectNames } from './lookup-store.server.ts'
import type { IndicatorName } from './model.ts'
import { findCurrentTargetSet } from './store.server.ts'
import type { IndicatorsTables } from './tables.server.ts'

/**
 * The indicators of the current plan of which a figure is declared to be a result of a survey, in the plan's
 * order. Two statements.
 *
 * @param survey key of the survey
 */
export async function findSurveyedIndicators(
  db: Db<IndicatorsTables>,
  municipalityId: string,
  survey: string,
): Promise<IndicatorName[]> {
  const catalogue = await findCurrentTargetSet(db, municipalityId)
  if (catalogue === undefined) return []
  const rows = await selectNames(db, municipalityId, catalogue)
    .where('id', 'in', (query) =>
      query
        .selectFrom('indicators.evidence as evidence')
        .innerJoin('indicators.series as series', (join) =>
          join
            .onRef('series.municipality_id', '=', 'evidence.municipality_id')
            .onRef('series.id', '=', 'evidence.series_id'),
        )
        .select('series.indicator_id')
        .where('evidence.municipality_id', '=', municipalityId)
        .where('evidence.catalogue', '=', catalogue)
        .where('evidence.survey', '=', survey)
        .where(isShown('evidence'))
        .where(isShown('series')),
    )
    .where(isShown())
    .orderBy('position')
    .execute()
  return rows.map(asName)
}
