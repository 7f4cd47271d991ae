import type { CitedRow } from '#modules/sources'
import type { ChangingRow } from '#platform/database/row-kinds.server.ts'
import type { EducationStage, FounderKind, SuccessionKind } from './institution.ts'

type Valid = { valid_from: string | null; valid_to: string | null }

export interface InstitutionTables {
  'registry.institution': ChangingRow & { id: string; key: string; registration_number: string | null }
  'registry.institution_version': ChangingRow &
    CitedRow &
    Valid & {
      institution_id: string
      version: number
      name_lv: string
      name_en: string
      short_name_lv: string | null
      short_name_en: string | null
      type: string | null
      legal_form_lv: string | null
      legal_form_en: string | null
      founder_kind: FounderKind | null
      founder_lv: string | null
      founder_en: string | null
      reason_lv: string | null
      reason_en: string | null
      end_reason_lv: string | null
      end_reason_en: string | null
    }
  'registry.site': ChangingRow &
    CitedRow &
    Valid & {
      institution_id: string
      id: string
      key: string
      name_lv: string | null
      name_en: string | null
      address: string | null
    }
  'registry.programme': ChangingRow &
    CitedRow &
    Valid & {
      institution_id: string
      key: string
      site_id: string | null
      code: string | null
      name_lv: string
      name_en: string
      stage: EducationStage | null
    }
  'registry.institution_successor': ChangingRow &
    CitedRow & { institution_id: string; successor_id: string; kind: SuccessionKind; day: string | null }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends InstitutionTables {}
}
