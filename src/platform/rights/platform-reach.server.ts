import type { AuditTables } from '../audit.server.ts'
import type { DataVersionTables } from '../data-version.server.ts'
import type { ImportTables } from '../import/runs.server.ts'
import type { ReachOf, TenantTable } from './declaration.ts'
import { HISTORY_TABLE } from './history.ts'

/** What every writing leaves behind, whoever writes. */
const trace: TenantTable = {
  from: 'country',
  reach: 'municipality',
  read: 'platform.journal.read',
  write: 'present',
  published: 'no',
  writing: 'append',
  audit: { noAudit: 'it is the journal itself' },
}

export const platformReach: ReachOf<
  AuditTables & DataVersionTables & ImportTables & { [HISTORY_TABLE]: object }
> = {
  'platform.data_version': { ...trace, published: 'copy', writing: 'change' },
  'platform.import_run': { ...trace, published: 'flag' },
  'platform.audit_event': trace,
  [HISTORY_TABLE]: {
    special: 'earlier states are seen by those who see the row, hence by rules of each module',
    rights: [
      `grant select on ${HISTORY_TABLE} to izaugsme_public`,
      `grant select, insert on ${HISTORY_TABLE} to izaugsme_member`,
    ],
    audit: { noAudit: 'it is the journal itself' },
  },
}
