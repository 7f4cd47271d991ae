import type { InnerChangingRow } from '#platform/database/row-kinds.server.ts'

export interface AccessTables {
  'access.review': InnerChangingRow & { id: string; half: string; begun_on: string; done_on: string | null }
  'access.review_item': InnerChangingRow & {
    id: string
    review_id: string
    grant_id: string
    decision: 'keep' | 'end' | null
    reason: string | null
    decided_by: string | null
    decided_on: string | null
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends AccessTables {}
}
