import type { ChangingRow } from '#platform/database/row-kinds.server.ts'

export interface SourcesTables {
  'sources.document': ChangingRow & {
    id: string
    catalogue: string
    key: string
    title_lv: string
    title_en: string
    publisher: string | null
    prepared_from: string | null
    prepared_to: string | null
    states_data_to: string | null
    url: string | null
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends SourcesTables {}
}
