import type { Demonstrates } from '#platform/demo.ts'
import { inventAttached } from './accountability/demo/invent-attached.server.ts'
import { inventPlans } from './alignment/demo/invent-plans.server.ts'
import { inventRound } from './rounds/demo/invent-round.server.ts'
import { inventDraft } from './versions/demo/invent-draft.server.ts'

/** What the demonstration has of the strategy's year, room by room. */
export const inventStrategysYear: Demonstrates = async (demo) => {
  await inventPlans(demo)
  await inventRound(demo)
  await inventAttached(demo)
  await inventDraft(demo)
}
