import type { ReachOf, TenantTable } from '#platform/rights/declaration.ts'
import type { FindingsTables } from './tables.server.ts'

const kept: TenantTable = {
  from: 'country',
  reach: 'municipality',
  read: 'platform.keep',
  write: 'platform.keep',
  published: 'copy',
  writing: 'change',
  forgets: 'it is worked out anew',
  audit: { noAudit: 'it is worked out from what is audited' },
}

export const findingsReach: ReachOf<FindingsTables> = { 'findings.finding': kept, 'findings.tally': kept }
