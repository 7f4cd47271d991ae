import type { ReachOf } from '#platform/rights/declaration.ts'
import type { PublishingTables } from './tables.server.ts'

export const publishingReach: ReachOf<PublishingTables> = {}
