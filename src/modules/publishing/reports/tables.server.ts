import type { Generated, InnerChangingRow } from '#platform/database/row-kinds.server.ts'
import type { Report } from '#platform/reports/report.ts'
import type { Language } from '#platform/texts/text.ts'
import type { ReportKind } from './content/kinds.ts'
import type { ReportState, RunFile, RunKind, RunState, Verdict } from './model.ts'

export interface ReportTables {
  'publishing.report': InnerChangingRow & {
    id: string
    key: string
    kind: ReportKind
    strategy: string
    institution_id: string | null
    as_of: string | null
    since: string | null
    title: string | null
    state: ReportState
  }
  'publishing.commentary': InnerChangingRow & {
    report_id: string
    section: string
    language: Language
    words: string
  }
  'publishing.question_answer': InnerChangingRow & {
    report_id: string
    section: string
    question: string
    said: string
    verdict: Verdict
    words: string
    account_id: string
  }
  'publishing.frozen_report': {
    municipality_id: string
    report_id: string
    number: number
    report_key: string
    kind: ReportKind
    strategy: string
    institution_id: string | null
    since: string | null
    content: Record<Language, Report>
    data_version: number
    data_at: Date
    frozen_at: Generated<Date>
    frozen_by: string
    is_public: boolean
    change_id: string
  }
  'publishing.report_run': InnerChangingRow & {
    id: string
    kind: RunKind
    strategy: string
    as_of: string | null
    since: string | null
    asked_by: string
    asked_at: Date
  }
  'publishing.report_run_item': InnerChangingRow & {
    run_id: string
    institution_id: string
    state: RunState
    problem: string | null
    files: RunFile[]
  }
}
declare module '#platform/database/types.server.ts' {
  interface AllTables extends ReportTables {}
}
