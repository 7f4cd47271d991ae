import type { Generated } from 'kysely'
import type { ImportProblem } from '../import/problems.ts'
import type { Choices } from './choices.ts'
import type { Mapping } from './mapping.ts'

/** How far an upload has come: each step can be taken again, and none is lost with the process. */
export type UploadState = 'received' | 'recognised' | 'mapped' | 'loading' | 'committed' | 'dropped'

/** What a loading did, in numbers. */
export type UploadResult = { added: number; changed: number; ended: number; changeId: string | null }

/** What was decided of an upload that is being loaded. */
export type UploadDecision = {
  why: string
  /** Number of rows to end, by sheet; rows of the others stay. */
  ends: Readonly<Record<string, number>>
  jobId: string
}

/** Why an upload was not loaded, for whoever sent it. */
export type UploadFailure =
  | { kind: 'problems'; problems: readonly ImportProblem[] }
  | { kind: 'count'; sheet: string; count: number }
  | { kind: 'refused' }

export interface UploadTables {
  'platform.upload': {
    municipality_id: string
    id: string
    account_id: string
    plan: string
    state: UploadState
    choices: Choices
    result: UploadResult | null
    decision: UploadDecision | null
    failure: UploadFailure | null
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
