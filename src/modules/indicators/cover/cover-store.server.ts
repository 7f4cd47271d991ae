import { sql } from 'kysely'
import { inBatches } from '#platform/database/in-batches.ts'
import type { Db } from '#platform/database/types.server.ts'
import { keepInTurn } from '#platform/keep/keep-in-turn.server.ts'
import type { IndicatorsTables } from '../tables.server.ts'

type Own = Db<IndicatorsTables>
type CoverRow = Pick<IndicatorsTables['indicators.cover'], 'indicator_id' | 'series_id' | 'period'>
type ExaminedRow = Pick<IndicatorsTables['indicators.examined'], 'indicator_id' | 'recorded_to'>

/** What was examined of some indicators: which figures are covered, and up to when figures were looked at. */
export type Examination = { covers: CoverRow[]; examined: ExaminedRow[] }

/** What was examined of some indicators. Two statements, none without indicators. */
export async function findExamination(
  db: Own,
  municipalityId: string,
  indicators: readonly string[],
): Promise<Examination> {
  if (indicators.length === 0) return { covers: [], examined: [] }
  const isOfThem = sql<boolean>`indicator_id = any(${indicators}::uuid[])`
  return {
    covers: await db
      .selectFrom('indicators.cover')
      .select(['indicator_id', 'series_id', 'period'])
      .where('municipality_id', '=', municipalityId)
      .where(isOfThem)
      .execute(),
    examined: await db
      .selectFrom('indicators.examined')
      .select(['indicator_id', 'recorded_to'])
      .where('municipality_id', '=', municipalityId)
      .where(isOfThem)
      .execute(),
  }
}

/**
 * Puts an examination in the place of the one before.
 *
 * @returns whether it is another
 */
export async function replaceExamination(
  db: Own,
  municipalityId: string,
  indicators: readonly string[],
  { covers, examined }: Examination,
): Promise<boolean> {
  await keepInTurn(db, municipalityId)
  const before = await findExamination(db, municipalityId, indicators)
  if (toText(before) === toText({ covers, examined })) return false
  const isOfThem = sql<boolean>`indicator_id = any(${indicators}::uuid[])`
  for (const table of ['indicators.cover', 'indicators.examined'] as const) {
    await db.deleteFrom(table).where('municipality_id', '=', municipalityId).where(isOfThem).execute()
  }
  const own = { municipality_id: municipalityId, is_public: true }
  for (const batch of inBatches(covers.map((row) => ({ ...row, ...own }))))
    await db.insertInto('indicators.cover').values(batch).execute()
  for (const batch of inBatches(examined.map((row) => ({ ...row, ...own }))))
    await db.insertInto('indicators.examined').values(batch).execute()
  return true
}

const toText = ({ covers, examined }: Examination): string =>
  JSON.stringify([
    covers.map(({ series_id, period }) => `${series_id} ${period}`).sort(),
    examined.map((row) => `${row.indicator_id} ${row.recorded_to.toISOString()}`).sort(),
  ])
