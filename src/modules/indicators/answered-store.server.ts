import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import { asName, selectNames } from './lookup-store.server.ts'
import type { IndicatorName } from './model.ts'
import { findCurrentTargetSet } from './store.server.ts'
import type { IndicatorsTables } from './tables.server.ts'

/** The indicators of the current plan whose figures count answers of people, in its order. Two statements. */
export async function findAnsweredIndicators(
  db: Db<IndicatorsTables>,
  municipalityId: string,
): Promise<IndicatorName[]> {
  const catalogue = await findCurrentTargetSet(db, municipalityId)
  if (catalogue === undefined) return []
  const rows = await selectNames(db, municipalityId, catalogue)
    .where('rests_on', 'in', ['answers', 'mean'])
    .where(isShown())
    .orderBy('position')
    .execute()
  return rows.map(asName)
}
