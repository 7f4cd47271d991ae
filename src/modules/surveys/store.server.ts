import { findSourceKeys, type SourcesTables } from '#modules/sources.server'
import { readRows, STANDING } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import { asSurvey, assembleSurveyTables } from './assemble.ts'
import type { Survey, SurveyTable } from './model.ts'
import type { SurveysTables } from './tables.server.ts'

type Own = Db<SurveysTables> & Db<SourcesTables>

/** Which state of the results: the newest, or the one that was recorded by an instant. */
type AsOf = { asOf?: Date | undefined }

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
 * A survey with its groups, items, results and printed means. Six statements, whatever its size.
 *
 * @throws Error when the municipality has no survey of that id; find it by key first
 */
export async function getSurveyTable(
  db: Own,
  municipalityId: string,
  surveyId: string,
  asOf: AsOf = {},
): Promise<SurveyTable> {
  const [table] = await findTables(db, municipalityId, { ...asOf, surveyId })
  if (!table) throw new Error(`no survey ${surveyId}`)
  return table
}

/** Every survey of a municipality with its parts, by position. Six statements, however many there are. */
export function findAllSurveyTables(
  db: Own,
  municipalityId: string,
  asOf: AsOf = {},
): Promise<SurveyTable[]> {
  return findTables(db, municipalityId, asOf)
}

async function findTables(
  db: Own,
  municipalityId: string,
  { surveyId, asOf }: AsOf & { surveyId?: string },
): Promise<SurveyTable[]> {
  const isOne = surveyId !== undefined
  const id = surveyId ?? ''
  return assembleSurveyTables({
    surveys: await selectSurveys(db, municipalityId)
      .$if(isOne, (query) => query.where('id', '=', id))
      .execute(),
    groups: await readRows(
      db,
      db
        .selectFrom('surveys.survey_group')
        .selectAll()
        .where('municipality_id', '=', municipalityId)
        .where(isShown())
        .$if(isOne, (query) => query.where('survey_id', '=', id))
        .orderBy('position'),
    ),
    items: await readRows(
      db,
      db
        .selectFrom('surveys.item')
        .selectAll()
        .where('municipality_id', '=', municipalityId)
        .where(isShown())
        .$if(isOne, (query) => query.where('survey_id', '=', id))
        .orderBy('position'),
    ),
    results: await readRows(
      db,
      db
        .selectFrom('surveys.result')
        .selectAll()
        .distinctOn(['survey_id', 'survey_group', 'item'])
        .where('municipality_id', '=', municipalityId)
        .$if(isOne, (query) => query.where('survey_id', '=', id))
        .$if(asOf !== undefined, (query) => query.where('recorded_at', '<=', asOf as Date))
        .orderBy('survey_id')
        .orderBy('survey_group')
        .orderBy('item')
        .orderBy('revision', 'desc'),
      STANDING,
    ),
    printedMeans: await readRows(
      db,
      db
        .selectFrom('surveys.printed_mean')
        .selectAll()
        .where('municipality_id', '=', municipalityId)
        .where(isShown())
        .$if(isOne, (query) => query.where('survey_id', '=', id))
        .orderBy('survey_group')
        .orderBy('scope'),
    ),
    sourceKeys: await findSourceKeys(db, municipalityId),
  })
}

const selectSurveys = (db: Own, municipalityId: string) =>
  db
    .selectFrom('surveys.survey')
    .selectAll()
    .where(isShown())
    .where('municipality_id', '=', municipalityId)
    .orderBy('position')
