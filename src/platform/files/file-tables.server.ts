import type { ChangingRow } from '../database/row-kinds.server.ts'
import type { FileType } from './file-type.server.ts'

export interface FileTables {
  'platform.file': Omit<ChangingRow, 'withdrawn_at'> & {
    id: string
    institution_id: string | null
    purpose: string
    name: string
    type: FileType
    bytes: number
    sha256: string
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends FileTables {}
}
