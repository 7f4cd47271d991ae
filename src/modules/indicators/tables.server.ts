import type { Direction, MissingKind, TargetKind, ValueKind } from './model.ts'

type Cited = { source_id: string | null; locator: string | null }
type Changing = { revision: number; changed_at: Date; import_id: string | null; is_public: boolean }
type Appended = {
  revision: number
  recorded_at: Date
  recorded_by: string
  revision_reason: string | null
  import_id: string | null
  import_file: string | null
  import_row: number | null
  is_public: boolean
}
type OfMunicipality = { municipality_id: string }

export interface IndicatorsTables {
  'indicators.source_document': OfMunicipality &
    Changing & {
      id: string
      key: string
      title_lv: string
      title_en: string
      publisher: string | null
      prepared_from: string | null
      prepared_to: string | null
      states_data_to: string | null
      url: string | null
    }
  'indicators.dimension_value': OfMunicipality &
    Changing & {
      dimension: string
      dimension_lv: string
      dimension_en: string
      value: string
      position: number
      label_lv: string
      label_en: string
    }
  'indicators.indicator': OfMunicipality &
    Changing &
    Cited & {
      id: string
      code: string
      position: number
      title_lv: string
      title_en: string
      definition_lv: string | null
      definition_en: string | null
      title_unit: string | null
      unit: string
      direction: Direction
      value_kind: ValueKind
      frequency: string | null
      about_persons: boolean
      owner: string | null
      data_source_lv: string | null
      data_source_en: string | null
      legal_basis: string | null
      data_minimum: boolean
      retired_on: string | null
      retired_reason_lv: string | null
      retired_reason_en: string | null
    }
  'indicators.methodology': OfMunicipality &
    Changing &
    Cited & {
      indicator_id: string
      version: number
      text_lv: string | null
      text_en: string | null
      numerator_lv: string | null
      numerator_en: string | null
      denominator_lv: string | null
      denominator_en: string | null
      valid_from: string | null
      comparability: 'yes' | 'no' | 'afterRecomputation' | null
      is_missing: boolean
    }
  'indicators.series': OfMunicipality &
    Changing & {
      id: string
      key: string
      indicator_id: string
      position: number
      breakdown: Record<string, string>
    }
  'indicators.observation': OfMunicipality &
    Appended &
    Cited & {
      series_id: string
      period: string
      value_kind: ValueKind | null
      missing: MissingKind | null
      number: number | null
      unit: string | null
      numerator: number | null
      denominator: number | null
      share: number | null
      distribution: { category: string; value: number }[] | null
      text_lv: string | null
      text_en: string | null
      methodology: number | null
      printed: string | null
      note_lv: string | null
      note_en: string | null
    }
  'indicators.target_set': OfMunicipality & Changing & { id: string; key: string }
  'indicators.baseline': OfMunicipality &
    Changing & { target_set_id: string; series_id: string; period: string; is_recomputed: boolean }
  'indicators.target': OfMunicipality &
    Appended &
    Cited & {
      target_set_id: string
      series_id: string
      target_year: number
      kind: TargetKind
      value: number | null
      unit: string | null
      printed: string | null
      note_lv: string | null
      note_en: string | null
    }
  'indicators.period_rule': OfMunicipality &
    Changing & { target_set_id: string; period: string; target_year: number }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends IndicatorsTables {}
}
