import { startOfDay } from '#platform/rights/day.ts'
import type { DataCall, DecisionKind } from '../model.ts'
import { dueOf } from '../monitoring/completeness.ts'
import type { Decision, HandingIn, Submission } from './submission.ts'

/** One step of a submission: who, when, what, and on which version. */
export type Step = {
  at: Date
  /** Null where nobody in particular took it. */
  accountId: string | null
  kind: 'asked' | 'typed' | 'handedIn' | 'handedInLate' | DecisionKind
  /** 0 before anything was handed in. */
  version: number
  /** What was said with it. */
  reason: string | null
  /** Whether it came after the lock, as a correction. */
  isCorrection: boolean
  minutes: number | null
}

type Taken = {
  call: Pick<DataCall, 'opensAt' | 'dueAt'>
  submission: Pick<Submission, 'extendedTo' | 'askedOn'>
  /** When somebody first typed into the form; undefined while nobody has. */
  typed: { at: Date; accountId: string } | undefined
  handed: readonly HandingIn[]
  decisions: readonly Decision[]
}

/** Every step in the order of time. */
export function stepsOf({ call, submission, typed, handed, decisions }: Taken): Step[] {
  const nothing = { reason: null, isCorrection: false, minutes: null }
  const askedAt = new Date(Math.max(startOfDay(submission.askedOn).getTime(), call.opensAt.getTime()))
  const steps = [
    { ...nothing, at: askedAt, accountId: null, kind: 'asked', version: 0 } satisfies Step,
    ...(typed ? [{ ...nothing, ...typed, kind: 'typed', version: 0 } satisfies Step] : []),
    ...handed.map(({ at, author, version, minutes }): Step => {
      const kind = version === 1 && isLate(call, submission, at) ? 'handedInLate' : 'handedIn'
      return { ...nothing, at, accountId: author, kind, version, minutes }
    }),
    ...decisions.map(({ at, decidedBy, kind, version, reason, isCorrection }): Step => {
      return { ...nothing, at, accountId: decidedBy, kind, version, reason, isCorrection }
    }),
  ]
  // Whoever was asked is asked before anything else, whatever the clock of a late decision to ask says.
  const [asked, ...taken] = steps
  return [...(asked ? [asked] : []), ...taken.sort((a, b) => a.at.getTime() - b.at.getTime())]
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
