import { PRESENT, type ReachOf } from '#platform/rights/declaration.ts'
import { KEPT_TABLE } from '#platform/rights/kept-table.ts'
import type { FindingsTables } from './tables.server.ts'

export const findingsReach: ReachOf<FindingsTables> = {
  'findings.finding': KEPT_TABLE,
  'findings.tally': KEPT_TABLE,
  'findings.state_tally': KEPT_TABLE,
  'findings.life': {
    from: 'municipality',
    reach: 'municipality',
    read: 'findings.read',
    write: 'findings.edit',
    published: 'no',
    writing: 'change',
    own: { column: 'account_id' },
    audit: 'audit',
  },
  'findings.guidance': {
    from: 'municipality',
    reach: 'municipality',
    read: PRESENT,
    write: 'findings.edit',
    published: 'copy',
    writing: 'change',
    audit: 'audit',
  },
}
