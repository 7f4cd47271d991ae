import type { Generated, InnerChangingRow } from '#platform/database/row-kinds.server.ts'
import type { ImplementationStatus } from '../model.ts'
import type { DecisionKind, Outcome, ReportWay, RoundState, WhoDecides } from './round.ts'

/** What is told is appended, and remembers the change that wrote it. */
type ToldRow = { municipality_id: string; round_id: string; action: string; change_id: string }

export interface RoundTables {
  'strategy.status_round': InnerChangingRow & {
    id: string
    strategy_id: string
    key: string
    title_lv: string
    title_en: string
    as_of: string
    opens_on: string
    due_on: string
    closes_on: string
    decided_by: WhoDecides
    state: RoundState
    opened_at: Date | null
    closed_at: Date | null
  }
  'strategy.round_action': InnerChangingRow & {
    round_id: string
    strategy_id: string
    action: string
    account_id: string | null
    deputy_id: string | null
    outcome: Outcome | null
  }
  'strategy.round_report': ToldRow & {
    version: number
    author: string
    handed_by: string
    way: ReportWay
    once: string
    at: Generated<Date>
    status: ImplementationStatus
    sentence: string
    evidence_title: string | null
    evidence_url: string | null
    milestone: string | null
    milestone_on: string | null
  }
  'strategy.round_decision': ToldRow & {
    number: number
    version: number
    author: string
    handed_by: string
    kind: DecisionKind
    decided_by: string
    at: Generated<Date>
    remark: string | null
    group_name: string | null
    decided_on: string | null
    voices: string | null
    present: number
  }
  'strategy.round_link': InnerChangingRow & {
    id: string
    round_id: string
    account_id: string
    digest: string
    handed_by: string
    revoked_on: Date | null
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends RoundTables {}
}
