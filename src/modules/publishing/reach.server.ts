import type { ReachOf, TenantTable } from '#platform/rights/declaration.ts'
import type { PublishingTables } from './tables.server.ts'

/** What is being written: nobody's but the department's and the council's. */
const written: TenantTable = {
  from: 'municipality',
  reach: 'municipality',
  read: 'publishing.report.read',
  write: 'publishing.report.edit',
  published: 'no',
  writing: 'change',
  audit: 'audit',
}

export const publishingReach: ReachOf<PublishingTables> = {
  'publishing.report': written,
  'publishing.commentary': written,
  'publishing.question_answer': written,
  'publishing.frozen_report': {
    ...written,
    write: 'publishing.report.freeze',
    published: 'flag',
    writing: 'append',
  },
  'publishing.report_run': written,
  'publishing.report_run_item': {
    ...written,
    forgets: 'a report that could not be made is made again, and nobody asks how often',
  },
}
