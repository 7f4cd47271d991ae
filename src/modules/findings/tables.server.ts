import type { InnerChangingRow } from '#platform/database/row-kinds.server.ts'
import type { FindingState, LifeState, Saying } from './life.ts'
import type { LinkedSubject } from './link.ts'
import type { Severity } from './model.ts'

export interface FindingsTables {
  'findings.guidance': InnerChangingRow & { subject: string; steps_lv: string; steps_en: string | null }
  'findings.finding': {
    municipality_id: string
    id: string
    family: string
    rule: string
    number: number
    part: string
    rank: number
    position: number
    severity: Severity
    subjects: LinkedSubject[]
    belongs_to: Record<string, string[]>
    explanation_lv: string
    explanation_en: string
    words: string
    is_public: boolean
    identity: string
    is_covered: boolean
    /** copied from its life, as far as everybody may read that */
    state: FindingState
    said: Saying | null
    said_lv: string | null
    said_en: string | null
    said_on: string | null
    is_earlier: boolean
  }
  'findings.tally': {
    municipality_id: string
    family: string
    rule: string
    severity: Severity
    facet: string
    code: string
    rank: number
    findings: number
    first_id: string
    is_public: boolean
  }
  'findings.state_tally': {
    municipality_id: string
    state: LifeState
    findings: number
    is_public: boolean
  }
  'findings.life': InnerChangingRow & {
    id: string
    identity: string
    family: string
    rule: string
    severity: Severity
    subjects: LinkedSubject[]
    finding_lv: string
    finding_en: string
    is_covered: boolean
    state: LifeState
    said: Saying | null
    said_lv: string | null
    said_en: string | null
    said_on: string | null
    tells_no_figure: boolean
    is_earlier: boolean
    account_id: string | null
    closed_on: string | null
    reopened_on: string | null
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends FindingsTables {}
}
