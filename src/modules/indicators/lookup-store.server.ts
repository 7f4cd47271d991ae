import { type RawBuilder, sql } from 'kysely'
import {
  findChangedInstitutions,
  type InstitutionTables,
  type RegistryTables,
} from '#modules/registry.server'
import { type OfficialRow, wordingOfRow } from '#modules/sources'
import { readRows, readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import { describeAsOf, isShownAsOf } from './described-as-of.server.ts'
import type { IndicatorName } from './model.ts'
import type { IndicatorsTables } from './tables.server.ts'

type Own = Db<IndicatorsTables>
type WithInstitutions = Own & Db<InstitutionTables & RegistryTables>

/** An indicator of a plan by code, with the ids of its series in their order; undefined without it. Two statements. */
export async function findIndicator(db: Own, municipalityId: string, catalogue: string, code: string) {
  const indicator = await db
    .selectFrom('indicators.indicator')
    .select(['id', 'code', 'position'])
    .where('municipality_id', '=', municipalityId)
    .where('catalogue', '=', catalogue)
    .where('code', '=', code)
    .where(isShown())
    .executeTakeFirst()
  if (!indicator) return undefined
  const rows = await db
    .selectFrom('indicators.series')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('indicator_id', '=', indicator.id)
    .where(isShown())
    .orderBy('position')
    .execute()
  return { ...indicator, series: rows.map(({ id }) => id) }
}

/** Every indicator of a plan by name, in its order. One statement, and two more for the names of an earlier day. */
export async function findIndicatorNames(
  db: Own,
  municipalityId: string,
  catalogue: string,
  asOf?: Date,
): Promise<IndicatorName[]> {
  const rows = await selectNames(db, municipalityId, catalogue)
    .select(['catalogue', 'withdrawn_at'])
    .where(isShownAsOf(asOf))
    .orderBy('position')
    .execute()
  const described = await describeAsOf(db, { municipalityId, asOf }, { indicators: rows, methodologies: [] })
  return described.indicators.map(asName)
}

/** Who answers for each indicator of a plan, by its code; those of which nothing is said are absent. One statement. */
export async function findIndicatorOwners(
  db: Own,
  municipalityId: string,
  catalogue: string,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('indicators.indicator')
    .select(['code', 'owner'])
    .where('municipality_id', '=', municipalityId)
    .where('catalogue', '=', catalogue)
    .where('owner', 'is not', null)
    .where(isShown())
    .execute()
  return new Map(rows.map(({ code, owner }) => [code, owner ?? '']))
}

/** The indicators before and after one in the order of its plan. Two statements. */
export async function findNeighbours(
  db: Own,
  municipalityId: string,
  catalogue: string,
  { position }: { position: number },
): Promise<{ previous: IndicatorName | undefined; next: IndicatorName | undefined }> {
  const beside = (comparison: '<' | '>', direction: 'asc' | 'desc') =>
    selectNames(db, municipalityId, catalogue)
      .where(isShown())
      .where('position', comparison, position)
      .orderBy('position', direction)
      .limit(1)
      .executeTakeFirst()
  const [previous, next] = [await beside('<', 'desc'), await beside('>', 'asc')]
  return { previous: previous && asName(previous), next: next && asName(next) }
}

/** The names of a plan's indicators. */
export const selectNames = (db: Own, municipalityId: string, catalogue: string) =>
  db
    .selectFrom('indicators.indicator')
    .select(['id', 'code', 'title_lv', 'title_en', 'official_lv', 'official_en'])
    .where('municipality_id', '=', municipalityId)
    .where('catalogue', '=', catalogue)

export const asName = (
  row: OfficialRow & {
    id: string
    code: string
    title_lv: string
    title_en: string
  },
): IndicatorName => ({
  id: row.id,
  code: row.code,
  title: wordingOfRow(row).title,
})

/** Ids of the series of all indicators but some, in the order of lists. One statement. */
export async function findOtherSeries(
  db: Own,
  municipalityId: string,
  catalogue: string,
  indicators: ReadonlySet<string>,
): Promise<string[]> {
  const rows = await selectInOrder(db, municipalityId, catalogue)
    .select('series.id')
    .where(sql<boolean>`indicator.id <> all(${[...indicators]}::uuid[])`)
    .execute()
  return rows.map(({ id }) => id)
}

/** Ids and keys of all series, or those of one indicator, in the order of lists. One statement. */
export function findSeriesInOrder(db: Own, municipalityId: string, catalogue: string, indicator?: string) {
  const all = selectInOrder(db, municipalityId, catalogue).select(['series.id', 'series.key'])
  return readRows(db, indicator === undefined ? all : all.where('indicator.id', '=', indicator))
}

/** What each series of a plan is about, in the order of lists. One statement. */
export const findSeriesBreakdowns = (db: Own, municipalityId: string, catalogue: string) =>
  readRows(
    db,
    selectInOrder(db, municipalityId, catalogue)
      .select(['series.id', 'series.key', 'series.breakdown', 'series.institution_id'])
      .select('indicator.code'),
  )

const selectInOrder = (db: Own, municipalityId: string, catalogue: string) =>
  db
    .selectFrom('indicators.series as series')
    .innerJoin('indicators.indicator as indicator', (join) =>
      join
        .on('indicator.municipality_id', '=', municipalityId)
        .onRef('indicator.id', '=', 'series.indicator_id'),
    )
    .where('series.municipality_id', '=', municipalityId)
    .where('series.catalogue', '=', catalogue)
    .where(isShown('series'))
    .where(isShown('indicator'))
    .orderBy('indicator.position')
    .orderBy('series.position')

/** Ids of the indicators to which some series belong, by the keys of the series. One statement. */
export async function findIndicatorsOfSeries(
  db: Own,
  municipalityId: string,
  catalogue: string,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('indicators.series')
    .select('indicator_id')
    .distinct()
    .where('municipality_id', '=', municipalityId)
    .where('catalogue', '=', catalogue)
    .where(sql<boolean>`key = any(${keys}::text[])`)
    .where(isShown())
    .execute()
  return rows.map((row) => row.indicator_id)
}

/** The indicators of the ids given, or all, in their order, with how many series each has. One statement. */
export function countSeries(db: Own, municipalityId: string, catalogue: string, ids?: readonly string[]) {
  return db
    .selectFrom('indicators.indicator as indicator')
    .leftJoin('indicators.series as series', (join) =>
      join
        .onRef('series.municipality_id', '=', 'indicator.municipality_id')
        .onRef('series.indicator_id', '=', 'indicator.id')
        .on(isShown('series')),
    )
    .select('indicator.id')
    .select(({ fn }) => fn.count<number>('series.id').as('series'))
    .where('indicator.municipality_id', '=', municipalityId)
    .where('indicator.catalogue', '=', catalogue)
    .where(isShown('indicator'))
    .where(ids === undefined ? sql<boolean>`true` : sql<boolean>`indicator.id = any(${ids}::uuid[])`)
    .groupBy(['indicator.id', 'indicator.position'])
    .orderBy('indicator.position')
    .execute()
}

/**
 * Ids of the indicators of which some changes wrote anything, or whose series are about institutions of which they
 * did; undefined when they wrote what all are judged by. Three statements.
 */
export async function findChangedIndicators(
  db: WithInstitutions,
  municipalityId: string,
  changes: readonly string[],
): Promise<string[] | undefined> {
  const written = (table: string, id: RawBuilder<unknown>) =>
    sql`select ${id} as id from ${sql.table(table)}
      where municipality_id = ${municipalityId} and change_id = any(${changes}::uuid[])`
  const common = ['target_set', 'period_rule', 'dimension_value'].map((table) =>
    written(`indicators.${table}`, sql`1`),
  )
  const shared = await readSql(db, sql<{ id: string }>`${sql.join(common, sql` union all `)} limit 1`)
  if (shared.length > 0) return undefined
  const institutions = await findChangedInstitutions(db, municipalityId, changes)
  const ofSeries = ['observation', 'target', 'baseline', 'evidence'].map((table) =>
    written(`indicators.${table}`, sql`series_id`),
  )
  const ofIndicator = [
    written('indicators.indicator', sql`id`),
    written('indicators.methodology', sql`indicator_id`),
    written('indicators.series', sql`indicator_id`),
    sql`select indicator_id as id from indicators.series where municipality_id = ${municipalityId}
      and (institution_id = any(${institutions}::uuid[]) or id in (${sql.join(ofSeries, sql` union `)}))`,
  ]
  const rows = await readSql(db, sql<{ id: string }>`${sql.join(ofIndicator, sql` union `)}`)
  return rows.map(({ id }) => id)
}
