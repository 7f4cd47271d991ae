import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { demand, type User } from '#platform/users.ts'
import type { IndicatorSet } from './model.ts'
import { getIndicatorSet, type Reach } from './store.server.ts'

/**
 * Indicators with every figure as it is, those about few people too, for whoever may read them so.
 *
 * @throws Refused when the user lacks `indicators.unprotected.read` in the municipality
 */
export async function getUnprotectedSet(
  tx: DatabaseTransaction,
  user: User,
  { municipalityId, targetSet }: { municipalityId: string; targetSet: string },
  reach: Omit<Reach, 'view'> = {},
): Promise<IndicatorSet> {
  demand(user, 'indicators.unprotected.read', { municipalityId })
  return getIndicatorSet(tx, municipalityId, targetSet, { ...reach, view: 'unprotected' })
}
