import type { ChangingRow, Generated } from '#platform/database/row-kinds.server.ts'
import type { BasisKind, DutyYear, Mark, OwnDutyKind, Performer, Rhythm } from './duty.ts'

type Rule = {
  kind: string
  name_lv: string
  name_en: string
  asks_lv: string | null
  asks_en: string | null
  performer: Performer
  basis_lv: string
  basis_en: string
  link: string | null
  rhythm: Rhythm
  due: string | null
  about: DutyYear | null
  valid_from: string
  valid_to: string | null
}

export interface DutyTables {
  'work.duty': Rule & {
    key: string
    basis: Exclude<BasisKind, 'own'>
    institution_types: string | null
    unverified_lv: string | null
    unverified_en: string | null
  }
  'work.own_duty': ChangingRow & Rule & { id: string; kind: OwnDutyKind; account_id: string | null }
  'work.duty_done': {
    municipality_id: string
    institution_id: string | null
    id: string
    duty: string
    period: string
    kind: Mark['kind']
    done_on: string | null
    note: string | null
    link: string | null
    file_id: string | null
    file_name: string | null
    account_id: string
    at: Generated<Date>
    change_id: string
    is_public: boolean
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends DutyTables {}
}
