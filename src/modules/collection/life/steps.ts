import type { DataCall, DecisionKind } from '../model.ts'
import { dueOf } from '../monitoring/completeness.ts'
import type { Decision, HandingIn, Submission } from './submission.ts'

/** One step of a submission: who, when, what, and on which version. */
export type Step = {
  at: Date
  accountId: string
  kind: 'handedIn' | 'handedInLate' | DecisionKind
  version: number
  /** What was said with it. */
  reason: string | null
  /** Whether it came after the lock, as a correction. */
  isCorrection: boolean
  minutes: number | null
}

type Taken = {
  call: Pick<DataCall, 'dueAt'>
  submission: Pick<Submission, 'extendedTo'>
  handed: readonly HandingIn[]
  decisions: readonly Decision[]
}

/** Every step in the order of time. */
export function stepsOf({ call, submission, handed, decisions }: Taken): Step[] {
  const nothing = { reason: null, isCorrection: false, minutes: null }
  const steps = [
    ...handed.map(({ at, author, version, minutes }): Step => {
      const kind = version === 1 && isLate(call, submission, at) ? 'handedInLate' : 'handedIn'
      return { ...nothing, at, accountId: author, kind, version, minutes }
    }),
    ...decisions.map(({ at, decidedBy, kind, version, reason, isCorrection }): Step => {
      return { ...nothing, at, accountId: decidedBy, kind, version, reason, isCorrection }
    }),
  ]
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Whether what came at an instant was late. The last second of the day is in time. */
export const isLate = (
  call: Pick<DataCall, 'dueAt'>,
  submission: Pick<Submission, 'extendedTo'>,
  at: Date,
): boolean => at > dueOf(call, submission)

/** A check that did not hold, or of which nobody could tell, when a version was handed in. */
export type CheckResult = {
  key: string
  outcome: 'failed' | 'notTold'
  told: Readonly<Record<string, string | number>>
  comment: string | null
}
