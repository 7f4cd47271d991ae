import type { RegistryTables } from '#modules/registry.server'
import { findSourceKeys, type SourcesTables } from '#modules/sources.server'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import { asSurvey } from './assemble.ts'
import type { Survey, SurveyTable } from './model.ts'
import { coverMarked } from './protect.ts'
import type { SurveysTables } from './tables.server.ts'
import { type AsOf, findUnprotectedTables, getUnprotectedTable } from './unprotected-store.server.ts'

type Own = Db<SurveysTables> & Db<SourcesTables>
type Reader = Own & Db<RegistryTables>

/** A municipality's surveys, by position. Two statements. */
export async function findSurveys(db: Own, municipalityId: string): Promise<Survey[]> {
  const keys = await findSourceKeys(db, municipalityId)
  return (await selectSurveys(db, municipalityId).execute()).map((row) => asSurvey(row, keys))
}

/** One survey, or undefined when the municipality has none of that key. Two statements. */
export async function findSurveyByKey(
  db: Own,
  municipalityId: string,
  key: string,
): Promise<Survey | undefined> {
  const row = await selectSurveys(db, municipalityId).where('key', '=', key).executeTakeFirst()
  return row && asSurvey(row, await findSourceKeys(db, municipalityId))
}

/** The surveys of every municipality that the reader may see, by municipality and position. Two statements. */
export async function findSurveysOfAll(db: Own): Promise<{ municipalityId: string; survey: Survey }[]> {
  const keys = await findSourceKeys(db)
  const rows = await db
    .selectFrom('surveys.survey')
    .selectAll()
    .where(isShown())
    .orderBy('municipality_id')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ municipalityId: row.municipality_id, survey: asSurvey(row, keys) }))
}

/**
 * A survey with its groups, items, results and printed means, as the public may see them. Seven statements, whatever its
 * size.
 *
 * @throws Error when the municipality has no survey of that id; find it by key first
 */
export async function getSurveyTable(
  db: Reader,
  municipalityId: string,
  surveyId: string,
  asOf: AsOf = {},
): Promise<SurveyTable> {
  return coverMarked(await getUnprotectedTable(db, municipalityId, surveyId, asOf))
}

/**
 * Every survey of a municipality with its parts, by position, as the public may see them. Seven statements, however many
 * there are.
 */
export async function findAllSurveyTables(
  db: Reader,
  municipalityId: string,
  asOf: AsOf = {},
): Promise<SurveyTable[]> {
  return (await findUnprotectedTables(db, municipalityId, asOf)).map(coverMarked)
}

const selectSurveys = (db: Own, municipalityId: string) =>
  db
    .selectFrom('surveys.survey')
    .selectAll()
    .where(isShown())
    .where('municipality_id', '=', municipalityId)
    .orderBy('position')
