import { readSources, type SourcesTables } from '#modules/sources.server'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { asObservation, assembleIndicatorSet, type IndicatorSetRows } from './assemble.ts'
import type { FigureRevision, IndicatorSet } from './model.ts'
import type { IndicatorsTables } from './tables.server.ts'

type Own = Db<IndicatorsTables> & Db<SourcesTables>

/** Which state of the figures: the newest, or the one that was recorded by an instant. */
type AsOf = { asOf?: Date | undefined }

/**
 * Every indicator of a municipality with series, figures and the targets of one set. Nine statements,
 * however many figures there are.
 *
 * @param targetSet key of the set, e.g. a strategy's public id
 */
export async function getIndicatorSet(
  db: Own,
  municipalityId: string,
  targetSet: string,
  { asOf }: AsOf = {},
): Promise<IndicatorSet> {
  const rows: IndicatorSetRows = {
    indicators: await findIndicatorRows(db, municipalityId, targetSet),
    methodologies: await readRows(
      db,
      db
        .selectFrom('indicators.methodology')
        .selectAll()
        .where('municipality_id', '=', municipalityId)
        .orderBy('version'),
    ),
    series: await readRows(
      db,
      db
        .selectFrom('indicators.series')
        .selectAll()
        .where('municipality_id', '=', municipalityId)
        .orderBy('position'),
    ),
    observations: await findObservations(db, municipalityId, asOf),
    dimensionValues: await findDimensionValues(db, municipalityId),
    sources: await readSources(db, municipalityId),
    baselines: await readRows(
      db,
      db
        .selectFrom('indicators.baseline')
        .selectAll()
        .where('municipality_id', '=', municipalityId)
        .where('target_set_id', '=', targetSetId(db, municipalityId, targetSet)),
    ),
    targets: await findTargets(db, municipalityId, targetSet, asOf),
    periodRule: await readRows(
      db,
      db
        .selectFrom('indicators.period_rule')
        .selectAll()
        .where('municipality_id', '=', municipalityId)
        .where('target_set_id', '=', targetSetId(db, municipalityId, targetSet))
        .orderBy('period'),
    ),
  }
  return assembleIndicatorSet(targetSet, rows)
}

/** Key of the target set whose period rule reaches furthest; undefined while there is none. One statement. */
export async function findCurrentTargetSet(db: Own, municipalityId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('indicators.target_set as set')
    .innerJoin('indicators.period_rule as rule', (join) =>
      join
        .onRef('rule.municipality_id', '=', 'set.municipality_id')
        .onRef('rule.target_set_id', '=', 'set.id'),
    )
    .select('set.key')
    .where('set.municipality_id', '=', municipalityId)
    .orderBy('rule.period', 'desc')
    .orderBy('set.key', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.key
}

function targetSetId(db: Own, municipalityId: string, targetSet: string) {
  return db
    .selectFrom('indicators.target_set')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('key', '=', targetSet)
}

/** Indicators, each with whether the set ever stated a baseline or a target for one of its series. */
function findIndicatorRows(db: Own, municipalityId: string, targetSet: string) {
  const set = targetSetId(db, municipalityId, targetSet)
  const stated = (table: 'indicators.baseline' | 'indicators.target') =>
    db
      .selectFrom(table)
      .select('series_id')
      .where('municipality_id', '=', municipalityId)
      .where('target_set_id', '=', set)
  const promised = db
    .selectFrom('indicators.series')
    .select('indicator_id')
    .where('municipality_id', '=', municipalityId)
    .where('id', 'in', stated('indicators.baseline').union(stated('indicators.target')))
  return readRows(
    db,
    db
      .selectFrom('indicators.indicator')
      .selectAll()
      .select((row) => row('id', 'in', promised).$castTo<boolean>().as('is_promised'))
      .where('municipality_id', '=', municipalityId)
      .orderBy('position'),
  )
}

function findObservations(db: Own, municipalityId: string, asOf?: Date) {
  return readRows(
    db,
    db
      .selectFrom('indicators.observation')
      .selectAll()
      .distinctOn(['series_id', 'period'])
      .where('municipality_id', '=', municipalityId)
      .$if(asOf !== undefined, (query) => query.where('recorded_at', '<=', asOf as Date))
      .orderBy('series_id')
      .orderBy('period')
      .orderBy('revision', 'desc'),
  )
}

function findTargets(db: Own, municipalityId: string, targetSet: string, asOf?: Date) {
  return readRows(
    db,
    db
      .selectFrom('indicators.target as target')
      .innerJoin('indicators.target_set as set', (join) =>
        join
          .onRef('set.municipality_id', '=', 'target.municipality_id')
          .onRef('set.id', '=', 'target.target_set_id'),
      )
      .selectAll('target')
      .distinctOn(['target.series_id', 'target.target_year'])
      .where('target.municipality_id', '=', municipalityId)
      .where('set.key', '=', targetSet)
      .$if(asOf !== undefined, (query) => query.where('target.recorded_at', '<=', asOf as Date))
      .orderBy('target.series_id')
      .orderBy('target.target_year')
      .orderBy('target.revision', 'desc'),
  )
}

/** Every revision of every figure of one indicator, the newest first. Two statements. */
export async function findFigureHistory(
  db: Own,
  municipalityId: string,
  indicatorCode: string,
): Promise<FigureRevision[]> {
  const dimensionValues = await findDimensionValues(db, municipalityId)
  const rows = await readRows(
    db,
    db
      .selectFrom('indicators.observation as observation')
      .innerJoin('indicators.series as series', (join) =>
        join
          .onRef('series.municipality_id', '=', 'observation.municipality_id')
          .onRef('series.id', '=', 'observation.series_id'),
      )
      .innerJoin('indicators.indicator as indicator', (join) =>
        join
          .onRef('indicator.municipality_id', '=', 'series.municipality_id')
          .onRef('indicator.id', '=', 'series.indicator_id'),
      )
      .selectAll('observation')
      .select('series.key as series_key')
      .where('observation.municipality_id', '=', municipalityId)
      .where('indicator.code', '=', indicatorCode)
      .orderBy('observation.recorded_at', 'desc')
      .orderBy('series.position')
      .orderBy('observation.period'),
  )
  return rows.map(({ series_key, ...row }) => ({
    series: series_key,
    reason: row.revision_reason,
    observation: asObservation(row, new Map(), dimensionValues),
  }))
}

function findDimensionValues(db: Own, municipalityId: string) {
  return readRows(
    db,
    db.selectFrom('indicators.dimension_value').selectAll().where('municipality_id', '=', municipalityId),
  )
}
