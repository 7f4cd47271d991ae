import type { Db } from '#platform/database/types.server.ts'
import type { Correction } from './answer.ts'
import type { AnswerTables } from './answer-tables.server.ts'

type Own = Db<AnswerTables>

const select = (db: Own, municipalityId: string) =>
  db
    .selectFrom('work.correction')
    .select(['id', 'address', 'about', 'wrong_lv', 'right_lv', 'wrong_en', 'right_en', 'published_on'])
    .where('municipality_id', '=', municipalityId)
    .where('is_public', '=', true)
    .orderBy('published_on', 'desc')
    .orderBy('id', 'desc')

/** A municipality's corrections, the newest first. One statement. */
export async function findCorrections(
  db: Own,
  municipalityId: string,
  { from, most }: { from: number; most: number },
): Promise<Correction[]> {
  const rows = await select(db, municipalityId).offset(from).limit(most).execute()
  return rows.map(asCorrection)
}

/** Those about a page, whatever the place on it. One statement. */
export async function findCorrectionsOf(
  db: Own,
  municipalityId: string,
  page: string,
): Promise<Correction[]> {
  const rows = await select(db, municipalityId)
    .where((row) => row.or([row('address', '=', page), row('address', 'like', `${likeless(page)}#%`)]))
    .limit(MOST_ON_A_PAGE)
    .execute()
  return rows.map(asCorrection)
}
/** Older ones stand in the list of all. */
const MOST_ON_A_PAGE = 3

const likeless = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

/** How many corrections a municipality has published. One statement. */
export async function countCorrections(db: Own, municipalityId: string): Promise<number> {
  const { count } = await db
    .selectFrom('work.correction')
    .select((row) => row.fn.countAll<string>().as('count'))
    .where('municipality_id', '=', municipalityId)
    .where('is_public', '=', true)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]
const asCorrection = (row: Row): Correction => ({
  id: row.id,
  address: row.address,
  about: row.about,
  wrong: { lv: row.wrong_lv, en: row.wrong_en },
  right: { lv: row.right_lv, en: row.right_en },
  on: row.published_on,
})
