import { sql } from 'kysely'
import { wordingOfRow } from '#modules/sources'
import { readSources, type SourcesTables } from '#modules/sources.server'
import { readRows, readSql } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown, newestStanding } from '#platform/database/withdrawn.server.ts'
import { OBSERVATION } from './appended.ts'
import { local } from './assemble.ts'
import { describeAsOf, isShownAsOf } from './described-as-of.server.ts'
import type { FigureCount, IndicatorOutline, SetOutline } from './outline.ts'
import { isMeasuredAgain } from './revival.ts'
import { findStated } from './stated-store.server.ts'
import { findPeriodRule, findPromises } from './store.server.ts'
import type { IndicatorsTables } from './tables.server.ts'

type Own = Db<IndicatorsTables> & Db<SourcesTables>
type CountRow = {
  indicator_id: string
  period: string
  source_id: string | null
  figures: number
  missing: number
  bare: number
  retired: boolean
}

/**
 * A whole set without its figures, in eight statements. It is what `outlineOf` makes of the set, but no figure is
 * read: they are counted where they lie.
 *
 * @param targetSet key of the set, e.g. a strategy's public id
 */
export async function getSetOutline(
  db: Own,
  municipalityId: string,
  targetSet: string,
  asOf?: Date,
): Promise<SetOutline> {
  const promised = await findPromises(db, municipalityId, targetSet)
  const methodologies = await findMethodologies(db, municipalityId)
  const stated = await findStated(db, municipalityId, targetSet, asOf)
  const counts = await countFigures(db, municipalityId, targetSet, asOf)
  const sources = await readSources(db, municipalityId, targetSet)
  const { indicators: rows } = await describeAsOf(
    db,
    { municipalityId, asOf },
    { indicators: await findIndicators(db, municipalityId, targetSet, asOf), methodologies: [] },
  )
  const countsOf = Map.groupBy(counts, (row) => row.indicator_id)
  const periodRule = await findPeriodRule(db, municipalityId, targetSet)
  return {
    key: targetSet,
    periodRule: new Map(periodRule.map((row) => [row.period, row.target_year])),
    sources: sources.documents,
    indicators: rows.map((row): IndicatorOutline => {
      const own = countsOf.get(row.id) ?? []
      const reason = local(row, 'retired_reason')
      const isSaid = row.retired_on !== null || reason !== null || own.some(({ retired }) => retired)
      const periodsOf = (counts: CountRow[]) => counts.map(({ period }) => period)
      const isOver = isMeasuredAgain(
        { retiredOn: row.retired_on },
        {
          retiredIn: periodsOf(own.filter(({ retired }) => retired)),
          measuredIn: periodsOf(own.filter(({ figures }) => figures > 0)),
        },
      )
      return {
        id: row.id,
        code: row.code,
        title: wordingOfRow(row).title,
        unit: row.unit,
        frequency: row.frequency,
        aboutPersons: row.about_persons,
        owner: row.owner,
        isPromised: promised.has(row.id),
        hasResults: own.some(({ figures }) => figures > 0),
        retirement: isSaid && !isOver ? { on: row.retired_on, reason } : null,
        hasBareCounts: own.some(({ bare }) => bare > 0),
        states: {
          direction: row.direction !== 'none',
          baseline: stated.get(row.id)?.baseline ?? false,
          target: stated.get(row.id)?.target ?? false,
        },
        explainedGaps: [...new Set(own.filter((one) => one.missing > 0).map(({ period }) => period))].sort(),
        methodology: methodologies.get(row.id) ?? 'undescribed',
      }
    }),
    figures: rows.flatMap(({ id }) =>
      (countsOf.get(id) ?? [])
        .filter(({ figures }) => figures > 0)
        .map(
          (row): FigureCount => ({
            indicatorId: id,
            period: row.period,
            source: row.source_id === null ? null : (sources.keys.get(row.source_id) ?? null),
            figures: row.figures,
          }),
        ),
    ),
  }
}

const findIndicators = (db: Own, municipalityId: string, catalogue: string, asOf?: Date) =>
  readRows(
    db,
    db
      .selectFrom('indicators.indicator')
      .select(['official_lv', 'official_en'])
      .select([
        'id',
        'code',
        'title_lv',
        'title_en',
        'unit',
        'frequency',
        'about_persons',
        'owner',
        'direction',
        'catalogue',
        'withdrawn_at',
      ])
      .select(['retired_on', 'retired_reason_lv', 'retired_reason_en'])
      .where('municipality_id', '=', municipalityId)
      .where('catalogue', '=', catalogue)
      .where(isShownAsOf(asOf))
      .orderBy('position'),
  )

/** Whether it is described how each indicator is computed; without an entry where there is no methodology. */
async function findMethodologies(db: Own, municipalityId: string) {
  const rows = await db
    .selectFrom('indicators.methodology')
    .select('indicator_id')
    .select(sql<boolean>`(array_agg(is_missing order by version desc))[1]`.as('is_missing'))
    .select(
      sql<boolean>`bool_or(is_missing or text_lv is not null or numerator_lv is not null or denominator_lv is not null)`.as(
        'is_said',
      ),
    )
    .where('municipality_id', '=', municipalityId)
    .where(isShown())
    .groupBy('indicator_id')
    .execute()
  return new Map(
    rows.map(({ indicator_id, is_missing, is_said }) => [
      indicator_id,
      is_missing ? ('missing' as const) : is_said ? ('described' as const) : ('undescribed' as const),
    ]),
  )
}

/** How many figures each indicator has for each period from each document, baselines apart. */
function countFigures(db: Own, municipalityId: string, targetSet: string, asOf?: Date): Promise<CountRow[]> {
  const columns = ['source_id', 'missing', 'value_kind', 'unit', 'share']
  const counted = sql<CountRow>`
    select series.indicator_id, newest.period, newest.source_id,
      count(*) filter (where newest.missing is null)::int as figures,
      count(*) filter (where newest.missing is not null)::int as missing,
      count(*) filter (where newest.missing is null and newest.value_kind = 'number' and newest.unit = 'count'
        and newest.share is null)::int as bare,
      coalesce(bool_or(newest.missing = 'retired'), false) as retired
    from ${newestStanding({ ...OBSERVATION, columns }, municipalityId, asOf)} newest
    join indicators.series on series.municipality_id = ${municipalityId} and series.id = newest.series_id
      and series.catalogue = ${targetSet} and ${isShown('series')}
    left join indicators.target_set on target_set.municipality_id = ${municipalityId} and target_set.key = ${targetSet}
    left join indicators.baseline on baseline.municipality_id = ${municipalityId}
      and baseline.target_set_id = target_set.id
      and baseline.series_id = newest.series_id and baseline.period = newest.period and ${isShown('baseline')}
    where baseline.period is null
    group by 1, 2, 3
    order by 2, 3`
  return readSql(db, counted)
}
