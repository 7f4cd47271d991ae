import type { ChangingRow, Generated } from '#platform/database/row-kinds.server.ts'
import type { ConsultationKind, ItemProgress, PlanKind, PlanState } from './model.ts'

/** Whose a row is: an institution's, or the department's where it is null. */
type Owned = { institution_id: string | null }

export interface AlignmentTables {
  'strategy.plan': ChangingRow &
    Owned & {
      id: string
      strategy_id: string
      key: string
      kind: PlanKind
      title: string
      starts_on: string
      ends_on: string
      due_on: string | null
      state: PlanState
      submitted_by: string | null
    }
  'strategy.plan_item': ChangingRow &
    Owned & {
      id: string
      plan_id: string
      number: number
      goal: string | null
      task: string
      starts_on: string | null
      due_on: string | null
      responsible: string | null
      expected: string | null
      achieved: string | null
      progress: ItemProgress | null
      actions: string[]
      own_need: string | null
      indicators: string[]
      carried_from: string | null
    }
  'strategy.consultation': Owned & {
    municipality_id: string
    id: string
    plan_id: string
    kind: ConsultationKind
    item_id: string | null
    answers_id: string | null
    words: string | null
    author: string
    submitted_by: string | null
    agreed_on: string | null
    agreed_by: string | null
    at: Generated<Date>
    change_id: string
  }
}
