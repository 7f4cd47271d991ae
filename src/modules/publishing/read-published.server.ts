import { findSourceKeys, getIndicatorSet } from '#modules/indicators.server'
import { findCurrentStrategy, getStrategyTree } from '#modules/strategy.server'
import { findAllSurveyTables } from '#modules/surveys.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { FindingsData } from './findings.ts'

/**
 * Everything of a municipality's current strategy in a constant number of statements: the plan, the figures
 * and the surveys. Undefined while the reader may see no strategy.
 */
export async function readPublished(
  tx: DatabaseTransaction,
  municipalityId: string,
): Promise<FindingsData | undefined> {
  const strategy = await findCurrentStrategy(tx, municipalityId)
  if (!strategy) return undefined
  const set = await getIndicatorSet(tx, municipalityId, strategy.key)
  const sourceKeys = await findSourceKeys(tx, municipalityId)
  const tree = await getStrategyTree(tx, municipalityId, strategy.id, { sourceKeys })
  const surveyTables = await findAllSurveyTables(tx, municipalityId)
  return tree && { tree, set, surveyTables }
}
