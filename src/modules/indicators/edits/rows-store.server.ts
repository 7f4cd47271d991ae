import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import { targetSetId } from '../store.server.ts'
import type { IndicatorsTables } from '../tables.server.ts'

type Own = Db<IndicatorsTables>

/** Whose rows: a plan of a municipality. */
export type PlanPlace = { municipalityId: string; catalogue: string }

/** An indicator's own row; undefined without it. */
export async function findIndicatorRow(db: Own, { municipalityId, catalogue }: PlanPlace, code: string) {
  const rows = await readRows(
    db,
    db
      .selectFrom('indicators.indicator')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('catalogue', '=', catalogue)
      .where('code', '=', code)
      .where(isShown()),
  )
  return rows[0]
}

/** Codes and places of all indicators of a plan, those withdrawn included: a code is used once. */
export const findIndicatorCodes = (db: Own, { municipalityId, catalogue }: PlanPlace) =>
  db
    .selectFrom('indicators.indicator')
    .select(['code', 'position'])
    .where('municipality_id', '=', municipalityId)
    .where('catalogue', '=', catalogue)
    .execute()

/** The series of an indicator in their order. */
export const findSeriesRows = (db: Own, municipalityId: string, indicatorId: string) =>
  readRows(
    db,
    db
      .selectFrom('indicators.series')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('indicator_id', '=', indicatorId)
      .where(isShown())
      .orderBy('position'),
  )

/** The series that an indicator has or has had, in their order: a combination is used once. */
export const findEverySeries = (db: Own, municipalityId: string, indicatorId: string) =>
  readRows(
    db,
    db
      .selectFrom('indicators.series')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('indicator_id', '=', indicatorId)
      .orderBy('position'),
  )

/** Whether a key of a series is in use in a plan, or has been. */
export const isSeriesKey = async (db: Own, { municipalityId, catalogue }: PlanPlace, key: string) => {
  const row = await db
    .selectFrom('indicators.series')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('catalogue', '=', catalogue)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}

/** The methodology versions of an indicator, the first one first. */
export const findMethodologyRows = (db: Own, municipalityId: string, indicatorId: string) =>
  readRows(
    db,
    db
      .selectFrom('indicators.methodology')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('indicator_id', '=', indicatorId)
      .where(isShown())
      .orderBy('version'),
  )

/** The newest revision of each figure of a series, those withdrawn included. */
export const findFigureRows = (db: Own, municipalityId: string, seriesId: string) =>
  readRows(
    db,
    db
      .selectFrom('indicators.observation')
      .selectAll()
      .distinctOn('period')
      .where('municipality_id', '=', municipalityId)
      .where('series_id', '=', seriesId)
      .orderBy('period')
      .orderBy('revision', 'desc'),
  )

/** The newest revision of each target of a series in a plan, those ended included. */
export const findTargetRows = (db: Own, { municipalityId, catalogue }: PlanPlace, seriesId: string) =>
  readRows(
    db,
    db
      .selectFrom('indicators.target')
      .selectAll()
      .distinctOn('target_year')
      .where('municipality_id', '=', municipalityId)
      .where('target_set_id', '=', targetSetId(db, municipalityId, catalogue))
      .where('series_id', '=', seriesId)
      .orderBy('target_year')
      .orderBy('revision', 'desc'),
  )

/** Which figure of a series is its baseline in a plan, withdrawn or not; undefined when none ever was. */
export async function findBaselineRow(db: Own, { municipalityId, catalogue }: PlanPlace, seriesId: string) {
  const rows = await readRows(
    db,
    db
      .selectFrom('indicators.baseline')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('target_set_id', '=', targetSetId(db, municipalityId, catalogue))
      .where('series_id', '=', seriesId),
  )
  return rows[0]
}

/** The plan's target set; undefined while it has none. */
export const findTargetSetRow = (db: Own, { municipalityId, catalogue }: PlanPlace) =>
  db
    .selectFrom('indicators.target_set')
    .select(['id', 'is_public'])
    .where('municipality_id', '=', municipalityId)
    .where('key', '=', catalogue)
    .executeTakeFirst()

/** The units that a plan has added. */
export const findUnitRows = (db: Own, { municipalityId, catalogue }: PlanPlace) =>
  readRows(
    db,
    db
      .selectFrom('indicators.unit')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('catalogue', '=', catalogue)
      .where(isShown()),
  )

/** The values by which a plan breaks figures down. */
export const findDimensionRows = (db: Own, { municipalityId, catalogue }: PlanPlace) =>
  readRows(
    db,
    db
      .selectFrom('indicators.dimension_value')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('catalogue', '=', catalogue)
      .where(isShown()),
  )
