import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { findSurveyByKey, getSurveyTable } from '../store.server.ts'

/** The survey of the address; stops the request when the municipality has none of that key. Eight statements. */
export async function readSurvey(tx: DatabaseTransaction, municipalityId: string, key: string) {
  const survey = await findSurveyByKey(tx, municipalityId, key)
  if (!survey) refuse(404, 'platform.refused.absent')
  return getSurveyTable(tx, municipalityId, survey.id)
}
