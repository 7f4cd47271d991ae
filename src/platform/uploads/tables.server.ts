import type { Generated } from 'kysely'
import type { Choices } from './choices.ts'
import type { Mapping } from './mapping.ts'

/** How far an upload has come: each step can be taken again, and none is lost with the process. */
export type UploadState = 'received' | 'recognised' | 'mapped' | 'committed' | 'dropped'

/** What a loading did, in numbers. */
export type UploadResult = { added: number; changed: number; ended: number; changeId: string | null }

export interface UploadTables {
  'platform.upload': {
    municipality_id: string
    id: string
    account_id: string
    plan: string
    state: UploadState
    choices: Choices
    result: UploadResult | null
    created_at: Generated<Date>
    changed_at: Generated<Date>
  }
  'platform.upload_file': {
    municipality_id: string
    upload_id: string
    number: number
    account_id: string
    name: string
    content: Uint8Array
  }
  'platform.import_mapping': {
    municipality_id: string
    sheet: string
    headings: string
    mapping: Mapping
    changed_at: Generated<Date>
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends UploadTables {}
}
