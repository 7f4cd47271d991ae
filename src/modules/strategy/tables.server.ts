import type { CitedRow, OfficialRow } from '#modules/sources'
import type { AppendedRow, ChangingRow } from '#platform/database/row-kinds.server.ts'
import type { AccountabilityTables } from './accountability/tables.server.ts'
import type { AlignmentTables } from './alignment/tables.server.ts'
import type { Evidence } from './evidence.ts'
import type {
  Action,
  Claim,
  ImplementationStatus,
  Programme,
  ProgrammeLink,
  StrategyVersion,
} from './model.ts'
import type { QuotedTables } from './quoted/tables.server.ts'
import type { RoundTables } from './rounds/tables.server.ts'
import type { VersionTables } from './versions/tables.server.ts'

type OfStrategy = CitedRow & ChangingRow & { strategy_id: string }
type Titled = { code: string; position: number; title_lv: string; title_en: string }

/** A row that may continue one of an earlier plan; folders written before leave it as it is. */
type Continuing = { continues?: string | null | undefined }

export interface StrategyTables
  extends AccountabilityTables,
    AlignmentTables,
    QuotedTables,
    RoundTables,
    VersionTables {
  'strategy.strategy': CitedRow &
    ChangingRow & {
      id: string
      key: string
      title_lv: string
      title_en: string
      version: StrategyVersion
      starts_on: string
      ends_on: string
      decision_number: string | null
      decision_minutes: string | null
      decided_on: string | null
      vision_lv: string | null
      vision_en: string | null
      mission_lv: string | null
      mission_en: string | null
      vision_official_lv: string | null
      vision_official_en: string | null
      mission_official_lv: string | null
      mission_official_en: string | null
    }
  'strategy.value': OfStrategy & Titled & { meaning_lv: string | null; meaning_en: string | null }
  'strategy.goal': OfStrategy &
    Titled &
    OfficialRow & { aim_lv: string | null; aim_en: string | null } & Continuing
  'strategy.direction': OfStrategy & Titled & OfficialRow & { goal: string } & Continuing
  'strategy.action': OfStrategy &
    Titled &
    OfficialRow &
    Pick<Action, 'direction' | 'responsible' | 'involved' | 'funding'> & {
      deliverable_lv: string | null
      deliverable_en: string | null
      starts_on: string | null
      due_on: string | null
      ended_on?: string | null | undefined
      end_reason_lv?: string | null | undefined
      end_reason_en?: string | null | undefined
      merged_into?: string | null | undefined
    } & Continuing
  'strategy.action_status': AppendedRow &
    CitedRow & {
      strategy_id: string
      action: string
      as_of: string
      status: ImplementationStatus
      comment_lv: string | null
      comment_en: string | null
      decided_by_lv: string | null
      decided_by_en: string | null
      evidence_lv: string | null
      evidence_en: string | null
      decided_on: string | null
      voices: string | null
    }
  'strategy.action_evidence': OfStrategy &
    Pick<Evidence, 'code' | 'kind' | 'url' | 'institution' | 'works'> & {
      action: string
      as_of: string | null
      title_lv: string
      title_en: string | null
      /** A file that was handed in; folders written before leave it as it is. */
      file_id?: string | null | undefined
      done_on: string | null
    }
  'strategy.programme': OfStrategy &
    Titled & {
      state: Programme['state']
      promised_by: string | null
      starts_on: string | null
      ends_on: string | null
      aim_lv: string | null
      aim_en: string | null
      progress_lv: string | null
      progress_en: string | null
    }
  'strategy.programme_direction': OfStrategy & { programme: string; direction: string; link: ProgrammeLink }
  'strategy.external_factor': OfStrategy & Titled & { effect_lv: string | null; effect_en: string | null }
  'strategy.recommendation': OfStrategy & Titled
  'strategy.goal_indicator': ChangingRow & { strategy_id: string; indicator_id: string; goal: string }
  'strategy.claim': OfStrategy &
    OfficialRow &
    Pick<
      Claim,
      'key' | 'kind' | 'subjects' | 'filter' | 'total' | 'direction' | 'survey' | 'value' | 'share' | 'date'
    > & {
      text_lv: string
      text_en: string
      related: string[] | null
      related_lv: string | null
      related_en: string | null
      from_period: string | null
      to_period: string | null
    }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends StrategyTables {}
}

export type StrategyRow<Name extends string> = StrategyTables[`strategy.${Name}` & keyof StrategyTables]
