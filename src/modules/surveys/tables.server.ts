import type { CitedRow } from '#modules/sources'
import type { AppendedRow, ChangingRow } from '#platform/database/row-kinds.server.ts'
import type { MissingAnswer } from './missing.ts'

type OfSurvey = { survey_id: string }

export interface SurveysTables {
  'surveys.survey': ChangingRow &
    CitedRow & {
      id: string
      key: string
      position: number
      title_lv: string
      title_en: string
      question_lv: string | null
      question_en: string | null
      period: string
      answer_scale_lv: string | null
      answer_scale_en: string | null
      claimed_representative: boolean | null
    }
  'surveys.survey_group': OfSurvey &
    ChangingRow &
    CitedRow & {
      code: string
      position: number
      label_lv: string
      label_en: string
      minors: boolean | null
      respondents: number
      response_share: number | null
      response_share_decimals: number
      population: number | null
    }
  'surveys.item': OfSurvey &
    ChangingRow &
    CitedRow & {
      code: string
      position: number
      goal: string | null
      title_lv: string
      title_en: string
      printed_mean: number | null
      printed_mean_decimals: number
    }
  'surveys.result': OfSurvey &
    AppendedRow &
    CitedRow & {
      survey_group: string
      item: string
      share: number | null
      decimals: number
      missing: MissingAnswer | null
    }
  'surveys.printed_mean': OfSurvey &
    ChangingRow &
    CitedRow & { survey_group: string; scope: string; printed_mean: number; decimals: number }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends SurveysTables {}
}
