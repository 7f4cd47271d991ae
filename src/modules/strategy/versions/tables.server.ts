import type { ChangingRow } from '#platform/database/row-kinds.server.ts'
import type { Fields, ProposalKind, Target, VersionKind, VersionState } from './version.ts'

export interface VersionTables {
  'strategy.version': ChangingRow & {
    id: string
    strategy_id: string
    number: number
    state: VersionState
    kind: VersionKind
    reason_lv: string
    reason_en: string | null
    decision_number: string | null
    decided_on: string | null
    minutes: string | null
    in_force_on: string | null
    adopted_at: Date | null
  }
  'strategy.version_change': ChangingRow & {
    version_id: string
    target: Target
    code: string
    kind: ProposalKind
    fields: Fields
    was: Fields
    into_code: string | null
    reason_lv: string
    reason_en: string | null
  }
}
