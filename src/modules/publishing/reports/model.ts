import type { Report } from '#platform/reports/report.ts'
import type { Language } from '#platform/texts/text.ts'
import type { ReportKind } from './content/kinds.ts'

/** A report begun is a draft for good; one that is not wanted is withdrawn and can be taken up again. */
export type ReportState = 'draft' | 'withdrawn'
/** Whether a question that the data raised stays in the report. */
export type Verdict = 'keep' | 'drop'

/** A report that is being written: of what it speaks. */
export type ReportDraft = {
  id: string
  key: string
  kind: ReportKind
  /** Public id of the plan. */
  strategy: string
  institutionId: string | null
  /** Day as of which data are read, `YYYY-MM-DD`; null for today's. */
  asOf: string | null
  /** Day since which changes are told. */
  since: string | null
  /** What its writers call it. */
  title: string | null
  state: ReportState
  changedAt: Date
  version: number
}

/** A report in both languages. */
export type BothLanguages = Readonly<Record<Language, Report>>

/** What somebody said to a question that the data raised. */
export type QuestionAnswer = {
  section: string
  /** Digest of the question as it was asked. */
  question: string
  said: string
  verdict: Verdict
  words: string
  accountId: string
}

/** A frozen report without what it says. */
export type FrozenSummary = {
  reportId: string
  key: string
  number: number
  kind: ReportKind
  strategy: string
  title: Readonly<Record<Language, { title: string; subtitle: string }>>
  frozenAt: Date
  frozenBy: string
  dataVersion: number
  dataAt: Date
  isPublic: boolean
}
export type FrozenReport = Omit<FrozenSummary, 'title'> & {
  institutionId: string | null
  /** Day since which it tells changes. */
  since: string | null
  content: BothLanguages
}

/** Kinds of which an institution has a report of its own. */
export const RUN_KINDS = ['results', 'quality'] as const satisfies readonly ReportKind[]
export type RunKind = (typeof RUN_KINDS)[number]
export type RunState = 'waiting' | 'done' | 'failed'
export type RunFormat = 'pdf' | 'docx'
export type RunFile = { language: Language; format: RunFormat; fileId: string; name: string }

/** Reports of many institutions in one go. */
export type ReportRun = {
  id: string
  kind: RunKind
  strategy: string
  asOf: string | null
  since: string | null
  askedBy: string
  askedAt: Date
}
export type RunItem = {
  institutionId: string
  state: RunState
  /** Kind of the mistake. */
  problem: string | null
  files: readonly RunFile[]
}
