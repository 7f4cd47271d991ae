import type { CitedRow, OfficialRow } from '#modules/sources'
import type { AppendedRow, ChangingRow } from '#platform/database/row-kinds.server.ts'
import type { Direction, EvidenceMethod, MissingKind, RestsOn, TargetKind, ValueKind } from './model.ts'
import type { MEASURES } from './units.ts'
import type { Reason, Sureness, Verdict } from './verdict.ts'

export interface IndicatorsTables {
  'indicators.unit': ChangingRow & {
    catalogue: string
    code: string
    measure: (typeof MEASURES)[number]
    name_lv: string
    name_en: string
    suffix: string | null
    low: number | null
    high: number | null
  }
  'indicators.dimension_value': ChangingRow & {
    catalogue: string
    dimension: string
    dimension_lv: string
    dimension_en: string
    value: string
    position: number
    label_lv: string
    label_en: string
    ranked?: boolean | null | undefined
  }
  'indicators.indicator': ChangingRow &
    OfficialRow &
    CitedRow & {
      id: string
      catalogue: string
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
      rests_on: RestsOn | null
      owner: string | null
      data_source_lv: string | null
      data_source_en: string | null
      legal_basis: string | null
      data_minimum: boolean
      retired_on: string | null
      retired_reason_lv: string | null
      retired_reason_en: string | null
      continues?: string | null | undefined
    }
  'indicators.methodology': ChangingRow &
    CitedRow & {
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
  'indicators.series': ChangingRow & {
    id: string
    catalogue: string
    key: string
    indicator_id: string
    position: number
    breakdown: Record<string, string>
    institution_id: string | null
    unit: string | null
    direction: Direction | null
  }
  'indicators.observation': AppendedRow &
    CitedRow & {
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
      n: number | null
      interval_low: number | null
      interval_high: number | null
      standard_error: number | null
      since: string | null
      printed: string | null
      note_lv: string | null
      note_en: string | null
    }
  'indicators.evidence': ChangingRow & {
    catalogue: string
    survey: string
    survey_group: string
    item: string
    series_id: string
    period: string
    share: number
    decimals: number
    n: number
    low: number
    high: number
    method: EvidenceMethod
    address: string
  }
  'indicators.target_set': ChangingRow & {
    id: string
    key: string
    starts_on?: string | null
    is_decided?: boolean
  }
  'indicators.baseline': ChangingRow & {
    target_set_id: string
    series_id: string
    period: string
    is_recomputed: boolean
  }
  'indicators.target': AppendedRow &
    CitedRow & {
      target_set_id: string
      series_id: string
      target_year: number | null
      /** The year as a part of the key, written by the database: empty without one. */
      due_key?: string | undefined
      kind: TargetKind
      value: number | null
      value_to: number | null
      unit: string | null
      printed: string | null
      note_lv: string | null
      note_en: string | null
    }
  'indicators.verdict': {
    municipality_id: string
    target_set_id: string
    period: string
    series_id: string
    indicator_id: string
    indicator_position: number
    series_position: number
    status: Verdict['status']
    reason: Reason | null
    certainty: Sureness
    gap: number | null
    words: string
    is_latest: boolean
    is_public: boolean
  }
  'indicators.cover': {
    municipality_id: string
    indicator_id: string
    series_id: string
    period: string
    is_public: boolean
  }
  'indicators.examined': {
    municipality_id: string
    indicator_id: string
    recorded_to: Date
    is_public: boolean
  }
  'indicators.period_rule': ChangingRow & { target_set_id: string; period: string; target_year: number }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends IndicatorsTables {}
}
