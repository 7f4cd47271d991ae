import { type RawBuilder, sql } from 'kysely'
import type { View } from '#modules/findings'
import type { Institution } from '#modules/registry'
import { findInstitutions, type InstitutionTables, type RegistryTables } from '#modules/registry.server'
import { readSources, type SourcesTables } from '#modules/sources.server'
import { readRows, STANDING } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown, newestIsShown } from '#platform/database/withdrawn.server.ts'
import { asObservation, assembleIndicatorSet, type IndicatorSetRows } from './assemble.ts'
import { findBaselines } from './baseline-store.server.ts'
import { protectObservation } from './cover/protect.ts'
import { protectSet, readCovering } from './cover/read.server.ts'
import { describeAsOf, isShownAsOf } from './described-as-of.server.ts'
import { withEarlierFigures } from './earlier-store.server.ts'
import { findEvidence } from './evidence-store.server.ts'
import type { FigureRevision, IndicatorSet } from './model.ts'
import type { IndicatorsTables } from './tables.server.ts'
import { findUnits } from './unit-store.server.ts'

/** Documents and institutions are read by the modules that own them. */
type Own = Db<IndicatorsTables> & Db<SourcesTables> & Db<InstitutionTables & RegistryTables>

/** What to read: everything of the newest state unless told otherwise. */
export type Reach = {
  /** Only what was recorded by this instant. */
  asOf?: Date | undefined
  /** Only these indicators, by id. */
  indicators?: readonly string[] | undefined
  /** Only these series, by id, and the indicators that they belong to. */
  series?: readonly string[] | undefined
  /** Figures about few people are covered unless they are asked for as they are. */
  view?: View | undefined
  /** Without what earlier plans measured of the same. */
  isAlone?: boolean
}

/**
 * Indicators of a municipality with series, figures and the targets of one set. Eleven statements, however many
 * figures there are, one for the institutions that series are about, and three for what is covered of figures about
 * people; each reads only what is asked for.
 *
 * @param targetSet key of the set, e.g. a strategy's public id
 */
export async function getIndicatorSet(
  db: Own,
  municipalityId: string,
  targetSet: string,
  reach: Reach = {},
): Promise<IndicatorSet> {
  const { asOf } = reach
  const set = targetSetId(db, municipalityId, targetSet)
  const series = await readRows(
    db,
    selectSeries(db, municipalityId, targetSet, reach).selectAll().orderBy('position'),
  )
  const isPart = reach.indicators !== undefined || reach.series !== undefined
  const part: Part = {
    indicators: isPart
      ? [...new Set([...(reach.indicators ?? []), ...series.map((row) => row.indicator_id)])]
      : undefined,
    series: isPart ? series.map(({ id }) => id) : undefined,
  }
  const rows: IndicatorSetRows = {
    series,
    ...(await describeAsOf(
      db,
      { municipalityId, asOf },
      {
        indicators: await findIndicatorRows(db, municipalityId, targetSet, part, asOf),
        methodologies: await readRows(
          db,
          db
            .selectFrom('indicators.methodology')
            .selectAll()
            .where('municipality_id', '=', municipalityId)
            .where(oneOf('indicator_id', part.indicators))
            .where(isShownAsOf(asOf))
            .orderBy('version'),
        ),
      },
    )),
    observations: await findObservations(db, municipalityId, targetSet, part, asOf),
    evidence: await findEvidence(db, municipalityId, part.series, asOf),
    dimensionValues: await findDimensionValues(db, municipalityId, targetSet),
    institutions: await findInstitutionsOf(db, municipalityId, series),
    sources: await readSources(db, municipalityId, targetSet),
    baselines: await findBaselines(db, { municipalityId, set, asOf }, oneOf('series_id', part.series)),
    targets: await findTargets(db, municipalityId, set, part, asOf),
    periodRule: await findPeriodRule(db, municipalityId, targetSet),
    units: await findUnits(db, municipalityId, targetSet),
  }
  const whole = assembleIndicatorSet(targetSet, rows)
  const shown = reach.view === 'unprotected' ? whole : await protectSet(db, municipalityId, whole)
  if (reach.isAlone) return shown
  return withEarlierFigures(db, municipalityId, shown, (plan, indicators) =>
    getIndicatorSet(db, municipalityId, plan, { indicators, asOf, view: reach.view, isAlone: true }),
  )
}

/** The institutions that some series are about. One statement, none when no series is about any. */
export async function findInstitutionsOf(
  db: Own,
  municipalityId: string,
  series: readonly { institution_id: string | null }[],
): Promise<Institution[]> {
  const ids = [...new Set(series.flatMap(({ institution_id }) => institution_id ?? []))]
  return ids.length === 0 ? [] : findInstitutions(db, municipalityId, { ids })
}

/** The ids of a part; undefined stands for all. */
type Part = { indicators: string[] | undefined; series: string[] | undefined }

/** Whether a column holds one of the ids given; true of everything when none are. */
export const oneOf = (column: string, ids: readonly string[] | undefined) =>
  ids === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`

/** Whether a row is about a series of a plan. */
const isOfCatalogue = (municipalityId: string, catalogue: string) => sql<boolean>`series_id in (
  select id from indicators.series where municipality_id = ${municipalityId} and catalogue = ${catalogue})`

function selectSeries(db: Own, municipalityId: string, catalogue: string, { indicators, series }: Reach) {
  return db
    .selectFrom('indicators.series')
    .where('municipality_id', '=', municipalityId)
    .where('catalogue', '=', catalogue)
    .where(oneOf('indicator_id', indicators))
    .where(oneOf('id', series))
    .where(isShown())
}

/** Which target year each period answers, the earliest period first. One statement. */
export function findPeriodRule(db: Own, municipalityId: string, targetSet: string) {
  return readRows(
    db,
    db
      .selectFrom('indicators.period_rule')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('target_set_id', '=', targetSetId(db, municipalityId, targetSet))
      .where(isShown())
      .orderBy('period'),
  )
}

/**
 * The key of the current plan's set, as a query that others may put into theirs: of the newest that the council has
 * decided on, while there is none of the newest of any kind.
 */
export const selectCurrentTargetSet = (db: Db<IndicatorsTables>, municipalityId: string) =>
  db
    .selectFrom('indicators.target_set')
    .select('indicators.target_set.key')
    .where('indicators.target_set.municipality_id', '=', municipalityId)
    .orderBy('is_decided', 'desc')
    .orderBy('indicators.target_set.starts_on', (order) => order.desc().nullsLast())
    .orderBy('indicators.target_set.key', 'desc')
    .limit(1)

/** Key of the set of the current plan; undefined while the reader may see none. One statement. */
export async function findCurrentTargetSet(
  db: Db<IndicatorsTables>,
  municipalityId: string,
): Promise<string | undefined> {
  return (await selectCurrentTargetSet(db, municipalityId).executeTakeFirst())?.key
}

export function targetSetId(db: Own, municipalityId: string, targetSet: string) {
  return db
    .selectFrom('indicators.target_set')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('key', '=', targetSet)
}

type SetId = ReturnType<typeof targetSetId>

/** Ids of the indicators that promise something in a set: it states a baseline or a target. One statement. */
export async function findPromises(db: Own, municipalityId: string, targetSet: string): Promise<Set<string>> {
  const set = targetSetId(db, municipalityId, targetSet)
  const baselines = db
    .selectFrom('indicators.baseline')
    .select('series_id')
    .where('municipality_id', '=', municipalityId)
    .where('target_set_id', '=', set)
    .where(isShown())
  const targets = db
    .selectFrom('indicators.target')
    .select('series_id')
    .where('municipality_id', '=', municipalityId)
    .where('target_set_id', '=', set)
    .groupBy(['series_id', 'target_year'])
    .having(newestIsShown)
  const rows = await db
    .selectFrom('indicators.series')
    .select('indicator_id')
    .distinct()
    .where('municipality_id', '=', municipalityId)
    .where(isShown())
    .where((series) => series.or([series('id', 'in', baselines), series('id', 'in', targets)]))
    .execute()
  return new Set(rows.map((row) => row.indicator_id))
}

/** Indicators, each with how many series it has and whether the set promises something for one of them. */
function findIndicatorRows(
  db: Own,
  municipalityId: string,
  targetSet: string,
  { indicators }: Part,
  asOf?: Date,
) {
  const set = targetSetId(db, municipalityId, targetSet)
  const ofSeries = (table: 'baseline' | 'target', holds: RawBuilder<unknown>) => sql`exists (
    select from ${sql.table(`indicators.${table}`)} where municipality_id = ${municipalityId}
      and target_set_id = (${set}) and series_id = series.id ${holds})`
  const isPromised = sql`(${ofSeries('baseline', sql`and ${isShown()}`)}
    or ${ofSeries('target', sql`group by target_year having ${newestIsShown}`)})`
  const ofIndicator = sql`from indicators.series
    where series.municipality_id = ${municipalityId} and series.indicator_id = indicators.indicator.id
      and ${isShown('series')}`
  return readRows(
    db,
    db
      .selectFrom('indicators.indicator')
      .selectAll()
      .select([
        sql<boolean>`exists (select ${ofIndicator} and ${isPromised})`.as('is_promised'),
        sql<number>`(select count(*)::int ${ofIndicator})`.as('series_count'),
      ])
      .where('municipality_id', '=', municipalityId)
      .where('catalogue', '=', targetSet)
      .where(oneOf('id', indicators))
      .where(isShownAsOf(asOf))
      .orderBy('position'),
  )
}

function findObservations(db: Own, municipalityId: string, catalogue: string, { series }: Part, asOf?: Date) {
  return readRows(
    db,
    db
      .selectFrom('indicators.observation')
      .selectAll()
      .distinctOn(['series_id', 'period'])
      .where('municipality_id', '=', municipalityId)
      .where(series ? oneOf('series_id', series) : isOfCatalogue(municipalityId, catalogue))
      .$if(asOf !== undefined, (query) => query.where('recorded_at', '<=', asOf as Date))
      .orderBy('series_id')
      .orderBy('period')
      .orderBy('revision', 'desc'),
    STANDING,
  )
}

function findTargets(db: Own, municipalityId: string, set: SetId, { series }: Part, asOf?: Date) {
  return readRows(
    db,
    db
      .selectFrom('indicators.target')
      .selectAll()
      .distinctOn(['series_id', 'target_year'])
      .where('municipality_id', '=', municipalityId)
      .where('target_set_id', '=', set)
      .where(oneOf('series_id', series))
      .$if(asOf !== undefined, (query) => query.where('recorded_at', '<=', asOf as Date))
      .orderBy('series_id')
      .orderBy('target_year')
      .orderBy('revision', 'desc'),
    STANDING,
  )
}

/** Which states of the figures: some of those that were recorded by an instant. */
type States = { asOf?: Date | undefined; from: number; most: number }

/** States that the figures of one indicator have had, the newest first, as the public may see them. Six statements. */
export async function findFigureHistory(
  db: Own,
  {
    municipalityId,
    targetSet,
    indicatorId,
  }: { municipalityId: string; targetSet: string; indicatorId: string },
  { asOf, from, most }: States,
): Promise<FigureRevision[]> {
  const dimensionValues = await findDimensionValues(db, municipalityId, targetSet)
  const rows = await readRows(
    db,
    selectHistory(db, municipalityId, indicatorId, asOf)
      .selectAll('observation')
      .select('series.key as series_key')
      .orderBy('observation.recorded_at', 'desc')
      .orderBy('series.position')
      .orderBy('observation.period')
      .offset(from)
      .limit(most),
  )
  const indicator = await db
    .selectFrom('indicators.indicator')
    .select(['about_persons', 'rests_on'])
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', indicatorId)
    .executeTakeFirstOrThrow()
  const about = { id: indicatorId, aboutPersons: indicator.about_persons, restsOn: indicator.rests_on }
  const covering = await readCovering(db, municipalityId, [about])
  return rows.map(({ series_key, ...row }) => {
    const observation = asObservation(row, new Map(), dimensionValues)
    return {
      series: series_key,
      reason: row.revision_reason,
      observation: covering ? protectObservation(about, row.series_id, observation, covering) : observation,
    }
  })
}

/** How many states the figures of one indicator have had, by an instant or until now. One statement. */
export async function countFigureHistory(db: Own, municipalityId: string, indicatorId: string, asOf?: Date) {
  const row = await selectHistory(db, municipalityId, indicatorId, asOf)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

function selectHistory(db: Own, municipalityId: string, indicatorId: string, asOf?: Date) {
  return db
    .selectFrom('indicators.observation as observation')
    .innerJoin('indicators.series as series', (join) =>
      join
        .onRef('series.municipality_id', '=', 'observation.municipality_id')
        .onRef('series.id', '=', 'observation.series_id'),
    )
    .where('observation.municipality_id', '=', municipalityId)
    .where('series.municipality_id', '=', municipalityId)
    .where('series.indicator_id', '=', indicatorId)
    .$if(asOf !== undefined, (query) => query.where('observation.recorded_at', '<=', asOf as Date))
}

/** What the parts of a plan's breakdowns are called. One statement. */
export function findDimensionValues(db: Own, municipalityId: string, catalogue: string) {
  return readRows(
    db,
    db
      .selectFrom('indicators.dimension_value')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('catalogue', '=', catalogue)
      .where(isShown()),
  )
}
