import type { Generated } from 'kysely'

export interface EditingTables {
  'platform.draft': {
    municipality_id: string
    account_id: string
    address: string
    fields: unknown
    at: Generated<Date>
  }
  /** Kept for a day. */
  'platform.lost_post': {
    id: Uint8Array
    content: Uint8Array
    at: Generated<Date>
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends EditingTables {}
}
