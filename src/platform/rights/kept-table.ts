import type { TenantTable } from './declaration.ts'

/** A table of what is worked out from public data: everybody reads it, and only the working out writes it. */
export const KEPT_TABLE: TenantTable = {
  from: 'country',
  reach: 'municipality',
  read: 'platform.keep',
  write: 'platform.keep',
  published: 'copy',
  writing: 'change',
  forgets: 'it is worked out anew',
  audit: { noAudit: 'it is worked out from what is audited' },
}
