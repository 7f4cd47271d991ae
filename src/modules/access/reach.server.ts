import type { ReachOf, TenantTable } from '#platform/rights/declaration.ts'
import type { AccessTables } from './tables.server.ts'

/** Reviews are seen and worked on by those who see and give rights. */
const ofGrants: TenantTable = {
  from: 'country',
  reach: 'municipality',
  read: 'platform.grant.read',
  write: 'platform.grant.edit',
  published: 'no',
  writing: 'change',
  audit: 'audit',
}

export const accessReach: ReachOf<AccessTables> = {
  'access.review': ofGrants,
  'access.review_item': ofGrants,
}
