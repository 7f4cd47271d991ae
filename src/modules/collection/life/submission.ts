import type { DecisionKind, Remark, SubmissionState } from '../model.ts'

/** A handing in: who, when, how, and how complete it was. */
export type HandingIn = {
  version: number
  author: string
  at: Date
  minutes: number | null
  /** Fields with a value, fields of which a reason says why there is none, and soft checks that did not hold. */
  answered: number
  missing: number
  soft: number
}

/** What was decided on it. */
export type Decision = {
  number: number
  version: number
  kind: DecisionKind
  decidedBy: string
  at: Date
  reason: string | null
  remarks: readonly Remark[]
  isCorrection: boolean
}

/** An institution that is asked by a call, and where it stands. */
export type Submission = {
  id: string
  callId: string
  institutionId: string
  askedOn: string
  extendedTo: Date | null
  excusedReason: string | null
  state: SubmissionState
  /** Number of its newest edit; 0 while nothing was typed. */
  lastEdit: number
  lastEditAt: Date | null
  /** What was handed in last, and what was decided last. */
  handedIn: HandingIn | null
  decision: Decision | null
  /** Whether the last try to hand in failed. */
  hasFailed: boolean
}
