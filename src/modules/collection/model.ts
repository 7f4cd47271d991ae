import type { LocalText } from '#platform/texts/text.ts'

/** What a call is: a form, a list of works to be ticked off, or one question. All live the same life. */
export const CALL_KINDS = ['call', 'campaign', 'poll'] as const
export type CallKind = (typeof CALL_KINDS)[number]

/** Whether a call may still be changed. What follows from its dates is not kept: ask `phaseOf`. */
export const CALL_STATES = ['draft', 'open', 'withdrawn'] as const
export type CallState = (typeof CALL_STATES)[number]

/** What can be filled in. A table is made of cells that are each one of the others. */
export const FIELD_KINDS = ['count', 'money', 'share', 'date', 'choice', 'text'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** What can be asked for. */
export const ELEMENT_KINDS = [...FIELD_KINDS, 'table', 'photo'] as const
export type ElementKind = (typeof ELEMENT_KINDS)[number]

/** Why an answer has no value. A blank is neither: it has not been answered yet. */
export const MISSING_ANSWERS = ['notApplicable', 'notAvailable'] as const
export type MissingAnswer = (typeof MISSING_ANSWERS)[number]

/** One of the answers that can be chosen, or a row of a table. Keys are written as those of elements. */
export type Option = { key: string; name: LocalText }

/** A column of a table: each of its cells is filled in as an element of its kind would be. */
export type TableColumn = Option & {
  kind: FieldKind
  unit: string | null
  choices: readonly Option[]
  /** Formula over the columns of the same row, such as `girls + boys`; nobody types what it gives. */
  computed: string | null
}

/** What is asked for, the same however many calls ask it, so that it is asked once and compared over years. */
export type Element = {
  id: string
  /** What checks and formulas call it: small letters, digits and `_`. */
  key: string
  name: LocalText
  help: LocalText | null
  kind: ElementKind
  /** Unit of a count or of money, such as `EUR`; null where the name says it. */
  unit: string | null
  choices: readonly Option[]
  /** Rows and columns of a table; empty for the rest. */
  rows: readonly Option[]
  columns: readonly TableColumn[]
  /** Formula over other elements; nobody types what it gives. */
  computed: string | null
  /** Whether it belongs to the agreed minimum of data. What does not needs a reason. */
  isMinimum: boolean
  reason: LocalText | null
  /** Whether it counts people, so that small numbers of it are protected. */
  isAboutPeople: boolean
  /** Where the municipality holds it already, as `people.learners`; null where only a call can tell. */
  register: string | null
}

/** Where a value comes from that is offered instead of being asked for again. */
export type Reuse = { from: 'call'; callId: string } | { from: 'register'; register: string }

/** An element as one call asks it. What it is asked as is frozen when the call opens. */
export type CallElement = Omit<Element, 'id'> & {
  elementId: string
  position: number
  section: LocalText | null
  isRequired: boolean
  reuse: Reuse | null
}

/** Hard checks stop what is handed in; soft ones ask for a comment. */
export const SEVERITIES = ['hard', 'soft'] as const
export type Severity = (typeof SEVERITIES)[number]

/** A check as data: what must hold, in the language of `checks/`, and what is said when it does not. */
export type Check = {
  key: string
  position: number
  /** What must be true, such as `total = sum(classes.pupils)`. */
  expression: string
  severity: Severity
  message: LocalText
}

/** Which institutions must answer. Empty lists ask everybody; the lists are added to each other. */
export type Audience = {
  /** Codes of types of institutions in the register. */
  types: readonly string[]
  /** Keys of institutions asked by name. */
  institutions: readonly string[]
  /** Places: texts that the address of one of its sites contains. */
  places: readonly string[]
}

/** The dates of a call, each one value for page, server, mail and calendar. */
export type CallMoments = { opensAt: Date; dueAt: Date; locksAt: Date }

/** What a municipality asks of its institutions, once. */
export type DataCall = CallMoments & {
  id: string
  key: string
  kind: CallKind
  state: CallState
  title: LocalText
  purpose: LocalText
  legalBasis: LocalText
  /** What will be done with the answers. */
  use: LocalText
  /** Period that the answers are about, as `platform/period.ts` writes it. */
  period: string
  audience: Audience
  responsibleId: string | null
  deputyId: string | null
  estimatedMinutes: number
  /** Published template that it was opened from. */
  templateId: string | null
  /** Why it was withdrawn, in words that everybody reads. */
  withdrawnReason?: string | null
  version: number
}

/** Everything that a form is made of. */
export type CallForm = { elements: readonly CallElement[]; checks: readonly Check[] }

/** What stands in one field. A field that is not there has not been answered; that is not zero. */
export type Answer =
  | { kind: 'count' | 'money'; number: number }
  | { kind: 'share'; numerator: number; denominator: number }
  | { kind: 'date'; day: string }
  | { kind: 'choice'; choice: string }
  | { kind: 'text'; text: string }
  | { kind: 'photo'; fileId: string }
  | { kind: 'missing'; missing: MissingAnswer; reason: string }

/** Answers by their fields: `pupils`, or `classes.5.pupils` for a cell of a table. */
export type Answers = ReadonlyMap<string, Answer>

/** Where an institution stands with a call. */
export const SUBMISSION_STATES = [
  'notStarted',
  'draft',
  'submitted',
  'returned',
  'accepted',
  'reopened',
  'excused',
] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]

/** What was decided on something handed in. Reopening after the lock is a correction. */
export const DECISIONS = ['returned', 'accepted', 'reopened'] as const
export type DecisionKind = (typeof DECISIONS)[number]

/** What is to be mended in one field. */
export type Remark = { field: string; text: string }

/** What an analysis rests on: a page, or a file that was handed in with it. */
export type Evidence = { kind: 'page'; address: string } | { kind: 'file'; id: string; name: string }

/** Where an analysis stands: it is written, read by somebody else, returned to be mended, or reviewed and frozen. */
export type AnalysisState = 'draft' | 'inReview' | 'returned' | 'reviewed'
