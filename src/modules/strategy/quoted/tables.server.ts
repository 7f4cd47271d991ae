import type { CitedRow } from '#modules/sources'
import type { ChangingRow } from '#platform/database/row-kinds.server.ts'

export interface QuotedTables {
  'strategy.quoted_figure': CitedRow &
    ChangingRow & {
      strategy_id: string
      figure: string
      position: number
      section_lv: string
      section_en: string
      what_lv: string | null
      what_en: string | null
      quoted: number | null
      why_lv: string | null
      why_en: string | null
    }
}
