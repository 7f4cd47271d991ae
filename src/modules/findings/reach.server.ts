import type { ReachOf } from '#platform/rights/declaration.ts'
import { KEPT_TABLE } from '#platform/rights/kept-table.ts'
import type { FindingsTables } from './tables.server.ts'

export const findingsReach: ReachOf<FindingsTables> = {
  'findings.finding': KEPT_TABLE,
  'findings.tally': KEPT_TABLE,
}
