import { sql } from 'kysely'
import { inBatches } from '#platform/database/in-batches.ts'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { keepInTurn } from '#platform/keep/keep-in-turn.server.ts'
import { wordsIn } from '#platform/texts/fold.ts'
import type { IndicatorFilter } from './list.ts'
import { oneOf, targetSetId } from './store.server.ts'
import type { IndicatorsTables } from './tables.server.ts'
import type { VerdictTally } from './tally.ts'

type Own = Db<IndicatorsTables>
export type VerdictRow = IndicatorsTables['indicators.verdict']

/** Whose verdicts by the targets of which set: on a period, or on every series in its own latest one. */
export type Judged = { municipalityId: string; targetSet: string; period: string | null }

/** Which of the series that were judged. */
export type VerdictFilter = IndicatorFilter & {
  /** Only series of these indicators, by id. */
  indicators?: readonly string[] | undefined
}

function selectVerdicts(db: Own, { municipalityId, targetSet, period }: Judged) {
  const ofSet = db
    .selectFrom('indicators.verdict')
    .where('municipality_id', '=', municipalityId)
    .where('target_set_id', '=', targetSetId(db, municipalityId, targetSet))
  return period === null ? ofSet.where('is_latest', '=', true) : ofSet.where('period', '=', period)
}

/** How each indicator stands: its verdicts, counted. One statement. */
export async function findTallies(
  db: Own,
  judged: Judged,
  indicators?: readonly string[],
): Promise<VerdictTally[]> {
  const rows = await readRows(
    db,
    selectVerdicts(db, judged)
      .where(oneOf('indicator_id', indicators))
      .select([
        'indicator_id',
        'status',
        'reason',
        'certainty',
        'period',
        sql<number>`count(*)::int`.as('series'),
      ])
      .groupBy(['indicator_id', 'status', 'reason', 'certainty', 'period']),
  )
  return rows.map(({ indicator_id, ...row }) => ({ ...row, indicatorId: indicator_id }))
}

/** A series that was judged, by id. */
export type JudgedId = { seriesId: string; indicatorId: string; period: string }

/** The series that answer every part of a filter, in the order of lists. One statement. */
export async function findJudged(
  db: Own,
  judged: Judged,
  { statuses = [], reason, certainty, text, indicators }: VerdictFilter,
): Promise<JudgedId[]> {
  let query = selectVerdicts(db, judged)
    .select(['series_id', 'indicator_id', 'period'])
    .where(oneOf('indicator_id', indicators))
    .orderBy('indicator_position')
    .orderBy('series_position')
  if (statuses.length > 0) query = query.where('status', 'in', [...statuses])
  if (reason) query = query.where('reason', '=', reason)
  if (certainty) query = query.where('certainty', '=', certainty)
  for (const word of wordsIn(text ?? '')) query = query.where(sql<boolean>`position(${word} in words) > 0`)
  const rows = await readRows(db, query)
  return rows.map((row) => ({
    seriesId: row.series_id,
    indicatorId: row.indicator_id,
    period: row.period,
  }))
}

/** The series farthest from a target that they missed, the farthest first. One statement. */
export async function findWidestGaps(db: Own, judged: Judged, most: number): Promise<JudgedId[]> {
  const rows = await selectVerdicts(db, judged)
    .select(['series_id', 'indicator_id', 'period'])
    .where('gap', 'is not', null)
    .orderBy(sql`abs(gap)`, 'desc')
    .orderBy('indicator_position')
    .orderBy('series_position')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    seriesId: row.series_id,
    indicatorId: row.indicator_id,
    period: row.period,
  }))
}

/** Keys of all target sets of a municipality that the reader may see, with the periods that each judges. */
export async function findTargetSets(
  db: Own,
  municipalityId: string,
): Promise<{ id: string; key: string }[]> {
  return db
    .selectFrom('indicators.target_set')
    .select(['id', 'key'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('key')
    .execute()
}

/**
 * Puts verdicts in the place of those kept of some indicators by one set.
 *
 * @returns whether any is another than before
 */
export async function replaceVerdicts(
  db: Own,
  {
    municipalityId,
    targetSetId: set,
    indicators,
  }: { municipalityId: string; targetSetId: string; indicators: readonly string[] },
  verdicts: readonly VerdictRow[],
): Promise<boolean> {
  await keepInTurn(db, municipalityId)
  const before = await readRows(
    db,
    db
      .selectFrom('indicators.verdict')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('target_set_id', '=', set)
      .where(sql<boolean>`indicator_id = any(${indicators}::uuid[])`),
  )
  const known = new Map(before.map((row) => [placeOf(row), row]))
  const fresh = verdicts.filter((row) => !isSame(known.get(placeOf(row)), row))
  const kept = new Set(verdicts.map(placeOf))
  const gone = before.filter((row) => !kept.has(placeOf(row)))
  if (fresh.length + gone.length === 0) return false
  const outdated = [...gone, ...fresh].map(({ series_id }) => series_id)
  // All periods of a series go together: a series that changes in one seldom stays in the others.
  await db
    .deleteFrom('indicators.verdict')
    .where('municipality_id', '=', municipalityId)
    .where('target_set_id', '=', set)
    .where(sql<boolean>`series_id = any(${outdated}::uuid[])`)
    .execute()
  const touched = new Set(outdated)
  const rows = verdicts.filter(({ series_id }) => touched.has(series_id))
  for (const batch of inBatches(rows)) await db.insertInto('indicators.verdict').values(batch).execute()
  return true
}

/** Deletes what was kept of indicators besides those given. Answers whether there was any. */
export async function deleteOtherVerdicts(
  db: Own,
  {
    municipalityId,
    targetSetId: set,
    indicators,
  }: { municipalityId: string; targetSetId: string; indicators: readonly string[] },
): Promise<boolean> {
  await keepInTurn(db, municipalityId)
  const deleted = await db
    .deleteFrom('indicators.verdict')
    .where('municipality_id', '=', municipalityId)
    .where('target_set_id', '=', set)
    .where(sql<boolean>`indicator_id <> all(${indicators}::uuid[])`)
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}

const placeOf = ({ period, series_id }: VerdictRow) => `${period} ${series_id}`

const isSame = (before: VerdictRow | undefined, row: VerdictRow) =>
  before !== undefined &&
  Object.entries(row).every(([column, value]) => before[column as keyof VerdictRow] === value)
