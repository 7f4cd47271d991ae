import type { Reading } from '#modules/findings'
import type { StrategyData } from '#modules/strategy'
import { readStrategyData } from '#modules/strategy.server'
import type { SurveyTable } from '#modules/surveys'
import { readSurveyTables } from '#modules/surveys.server'

/** Everything of one municipality that its overview and its reports show. */
export type Published = StrategyData & { surveyTables: readonly SurveyTable[] }

/**
 * Everything of a municipality's current strategy in a constant number of statements: the plan, the figures
 * and the surveys. Undefined while the reader may see no strategy.
 */
export async function readPublished(reading: Reading): Promise<Published | undefined> {
  const data = await readStrategyData(reading)
  return data && { ...data, surveyTables: (await readSurveyTables(reading)) ?? [] }
}
