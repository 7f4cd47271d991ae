import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { type PublishedSurvey, readPublishedSurvey } from '../published-survey.server.ts'
import { findSurveyByKey } from '../store.server.ts'

/** The survey of the address; stops the request when the municipality has none of that key. Nine statements. */
export async function readSurvey(
  tx: DatabaseTransaction,
  municipalityId: string,
  key: string,
): Promise<PublishedSurvey> {
  const survey = await findSurveyByKey(tx, municipalityId, key)
  if (!survey) refuse(404, 'platform.refused.absent')
  return readPublishedSurvey(tx, municipalityId, survey.id)
}
