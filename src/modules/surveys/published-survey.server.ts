import { type Finding, publish } from '#modules/findings'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { SurveyTable } from './model.ts'
import { coverMarked } from './protect.ts'
import { findSurveyFindings, surveyRules } from './rules/index.ts'
import { getUnprotectedTable } from './unprotected-store.server.ts'

/** A survey as the public may see it, with what the public may read of the findings in all of it. */
export type PublishedSurvey = { table: SurveyTable; findings: Finding[] }

/**
 * Reads a survey once, for its page. Seven statements.
 *
 * @throws Error when the municipality has no survey of that id; find it by key first
 */
export async function readPublishedSurvey(
  tx: DatabaseTransaction,
  municipalityId: string,
  surveyId: string,
): Promise<PublishedSurvey> {
  const whole = await getUnprotectedTable(tx, municipalityId, surveyId)
  const table = coverMarked(whole)
  const family = { name: 'surveys', title: 'surveys.family', rules: surveyRules } as const
  const published = publish(family, findIn(whole), findIn(table))
  return { table, findings: published.map(({ finding }) => finding) }
}

const findIn = (table: SurveyTable) =>
  findSurveyFindings([table]).map((finding) => ({ part: '', position: 0, finding }))
