import type { TextKey } from '#platform/texts/text.ts'
import { type Phase, takesAnswers } from '../calls/phase.ts'
import type { SubmissionState } from '../model.ts'
import type { Decision } from './submission.ts'

/** Whether an institution may hand in now, and whether that is a correction after the lock; or why it may not. */
export type HandingInRight = { may: true; isCorrection: boolean } | { may: false; why: TextKey }

type Standing = {
  phase: Phase
  state: SubmissionState
  decision: Pick<Decision, 'isCorrection'> | null
  /** Until when this one institution has more time than the others. */
  extendedTo?: Date | null
}

/**
 * Whether an institution may type and hand in at an instant. After the lock only what the department has given back
 * as a correction, or what it has given more time for.
 */
export function mayHandIn({ phase, state, decision, extendedTo }: Standing, now: Date): HandingInRight {
  if (phase === 'draft' || phase === 'waiting') return refused('collection.life.why.notOpen')
  if (phase === 'withdrawn') return refused('collection.life.why.withdrawn')
  if (state === 'excused') return refused('collection.life.why.excused')
  if (state === 'submitted') return refused('collection.life.why.submitted')
  if (state === 'accepted') return refused('collection.life.why.accepted')
  const isExtended = extendedTo !== undefined && extendedTo !== null && now <= extendedTo
  if (takesAnswers(phase) || isExtended) return { may: true, isCorrection: false }
  return decision?.isCorrection === true && (state === 'reopened' || state === 'returned')
    ? { may: true, isCorrection: true }
    : refused('collection.life.why.locked')
}

const refused = (why: TextKey): HandingInRight => ({ may: false, why })
