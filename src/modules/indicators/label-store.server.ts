import { sql } from 'kysely'
import type { InstitutionTables, RegistryTables } from '#modules/registry.server'
import { readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { LocalText } from '#platform/texts/text.ts'
import { dimensionLabels, labelOf, nameInstitution } from './assemble.ts'
import { newestDay } from './periods.ts'
import { findDimensionValues, findInstitutionsOf } from './store.server.ts'
import type { IndicatorsTables } from './tables.server.ts'

type Own = Db<IndicatorsTables>
type WithInstitutions = Own & Db<InstitutionTables & RegistryTables>

/**
 * What some series are called, by key; null without institution and breakdown. Two statements, and two more when
 * some are about institutions.
 */
export async function findSeriesLabels(
  db: WithInstitutions,
  municipalityId: string,
  catalogue: string,
  keys: readonly string[],
): Promise<Map<string, LocalText | null>> {
  const rows = await db
    .selectFrom('indicators.series')
    .select(['id', 'key', 'breakdown', 'institution_id'])
    .where('municipality_id', '=', municipalityId)
    .where('catalogue', '=', catalogue)
    .where(sql<boolean>`key = any(${keys}::text[])`)
    .where(isShown())
    .execute()
  return labelSeries(db, municipalityId, catalogue, rows)
}

type LabelledRow = Pick<IndicatorsTables['indicators.series'], 'id' | 'key' | 'breakdown' | 'institution_id'>

async function labelSeries(
  db: WithInstitutions,
  municipalityId: string,
  catalogue: string,
  rows: readonly LabelledRow[],
) {
  const labels = dimensionLabels(await findDimensionValues(db, municipalityId, catalogue))
  const about = rows.filter(({ institution_id }) => institution_id !== null)
  const known = await findInstitutionsOf(db, municipalityId, about)
  const institutions = new Map(known.map((one) => [one.id, one]))
  const periodsOf = await findFigurePeriods(
    db,
    municipalityId,
    about.map(({ id }) => id),
  )
  return new Map(
    rows.map(({ id, institution_id: institutionId, ...row }) => {
      const institution =
        institutionId === null
          ? null
          : nameInstitution(institutions.get(institutionId), newestDay(periodsOf.get(id) ?? []))
      return [row.key, labelOf({ ...row, institution }, labels)]
    }),
  )
}

/** Periods of which some series have a figure, by the id of the series. One statement, none without series. */
async function findFigurePeriods(db: Own, municipalityId: string, series: readonly string[]) {
  if (series.length === 0) return new Map<string, string[]>()
  const rows = await readSql(
    db,
    sql<{ series_id: string; period: string }>`select series_id, period from (
        select distinct on (series_id, period) series_id, period, missing, withdrawn_at from indicators.observation
        where municipality_id = ${municipalityId} and series_id = any(${series}::uuid[])
        order by series_id, period, revision desc
      ) newest where missing is null and withdrawn_at is null`,
  )
  const ofSeries = Map.groupBy(rows, ({ series_id }) => series_id)
  return new Map([...ofSeries].map(([id, figures]) => [id, figures.map(({ period }) => period)]))
}
