import type { ChangingRow, InnerChangingRow } from '#platform/database/row-kinds.server.ts'
import type { Delivery } from './answer.ts'

export interface AnswerTables {
  'work.answer': InnerChangingRow & {
    report_id: string
    content: string
    language: 'lv' | 'en'
    delivery: Delivery
  }
  'work.correction': ChangingRow & {
    id: string
    report_id: string | null
    address: string
    about: string
    wrong_lv: string
    right_lv: string
    wrong_en: string | null
    right_en: string | null
    published_on: string
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends AnswerTables {}
}
