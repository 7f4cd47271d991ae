import type { LinkedSubject } from './link.ts'
import type { Severity } from './model.ts'

export interface FindingsTables {
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
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends FindingsTables {}
}
