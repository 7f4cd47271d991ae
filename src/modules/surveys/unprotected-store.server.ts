import { findDisclosureRules, type RegistryTables } from '#modules/registry.server'
import { findSourceKeys, type SourcesTables } from '#modules/sources.server'
import { readRows, STANDING } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import { assembleSurveyTables } from './assemble.ts'
import type { SurveyTable } from './model.ts'
import { markCovered } from './protect.ts'
import type { SurveysTables } from './tables.server.ts'

type Own = Db<SurveysTables> & Db<SourcesTables> & Db<RegistryTables>

/** Which state of the results: the newest, or the one that was recorded by an instant. */
export type AsOf = { asOf?: Date | undefined }

/**
 * A survey with everything that its source prints, figures about few people included; what the public does not
 * see of it is marked. A fence says who may ask. Seven statements, whatever its size.
 *
 * @throws Error when the municipality has no survey of that id; find it by key first
 */
export async function getUnprotectedTable(
  db: Own,
  municipalityId: string,
  surveyId: string,
  asOf: AsOf = {},
): Promise<SurveyTable> {
  const [table] = await findTables(db, municipalityId, { ...asOf, surveyId })
  if (!table) throw new Error(`no survey ${surveyId}`)
  return markCovered(table, await findDisclosureRules(db))
}

/** The same of every survey of a municipality, by position. Seven statements, however many there are. */
export async function findUnprotectedTables(
  db: Own,
  municipalityId: string,
  asOf: AsOf = {},
): Promise<SurveyTable[]> {
  const rules = await findDisclosureRules(db)
  return (await findTables(db, municipalityId, asOf)).map((table) => markCovered(table, rules))
}

async function findTables(
  db: Own,
  municipalityId: string,
  { surveyId, asOf }: AsOf & { surveyId?: string },
): Promise<SurveyTable[]> {
  const isOne = surveyId !== undefined
  const id = surveyId ?? ''
  return assembleSurveyTables({
    surveys: await db
      .selectFrom('surveys.survey')
      .selectAll()
      .where(isShown())
      .where('municipality_id', '=', municipalityId)
      .$if(isOne, (query) => query.where('id', '=', id))
      .orderBy('position')
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
