import type { MissingAnswer } from './missing.ts'

type Cited = { source_id: string | null; locator: string | null }
type Changing = { revision: number; changed_at: Date; import_id: string | null; is_public: boolean }
type OfMunicipality = { municipality_id: string }
type OfSurvey = OfMunicipality & { survey_id: string }

export interface SurveysTables {
  'surveys.survey': OfMunicipality &
    Changing &
    Cited & {
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
    Changing &
    Cited & {
      code: string
      position: number
      label_lv: string
      label_en: string
      respondents: number
      response_share: number | null
      response_share_decimals: number
      population: number | null
    }
  'surveys.item': OfSurvey &
    Changing &
    Cited & {
      code: string
      position: number
      goal: string | null
      title_lv: string
      title_en: string
      printed_mean: number | null
      printed_mean_decimals: number
    }
  'surveys.result': OfSurvey &
    Cited & {
      survey_group: string
      item: string
      share: number | null
      decimals: number
      missing: MissingAnswer | null
      revision: number
      recorded_at: Date
      recorded_by: string
      revision_reason: string | null
      import_id: string | null
      import_file: string | null
      import_row: number | null
      is_public: boolean
    }
  'surveys.printed_mean': OfSurvey &
    Changing &
    Cited & { survey_group: string; scope: string; printed_mean: number; decimals: number }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends SurveysTables {}
}
