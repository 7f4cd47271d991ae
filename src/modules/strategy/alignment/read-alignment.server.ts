import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { findCurrentStrategy, getStrategyTree } from '../store.server.ts'
import { findPlans } from './plan-store.server.ts'

/** The current strategy of a municipality, and all plans that the reader sees. */
export async function readAlignment(tx: DatabaseTransaction, municipalityId: string) {
  const current = await findCurrentStrategy(tx, municipalityId)
  const tree = current && (await getStrategyTree(tx, municipalityId, current.id))
  return { tree, plans: await findPlans(tx, municipalityId) }
}
