import type { TextKey } from '#platform/texts/text.ts'
import type { Phase } from '../calls/phase.ts'
import type { DecisionKind } from '../model.ts'
import type { Submission } from './submission.ts'

/** Whether something may be decided, or why not: said where the button is off, and again when it is pressed. */
export type DecisionRight = { may: true; isCorrection: boolean } | { may: false; why: TextKey }

type Standing = {
  submission: Pick<Submission, 'state' | 'handedIn' | 'decision'>
  phase: Phase
  /** Who decides. */
  accountId: string
  /** Accounts that have typed into it. */
  typists: readonly string[]
}

/**
 * Whether somebody may decide so on what was handed in. Nobody accepts what they have handed in or typed themselves.
 * What is given back after the lock is a correction.
 */
export function mayDecide(
  kind: DecisionKind,
  { submission, phase, accountId, typists }: Standing,
): DecisionRight {
  const { state, handedIn, decision } = submission
  const isLocked = phase === 'locked'
  if (phase === 'withdrawn') return refused('collection.life.why.withdrawn')
  if (state === 'excused') return refused('collection.life.decide.excused')
  if (handedIn === null) return refused('collection.life.decide.nothing')
  if (kind === 'reopened') {
    const isGivenBack = state === 'returned' || state === 'reopened'
    const isStuck = isLocked && isGivenBack && decision?.isCorrection !== true
    if (state !== 'accepted' && !isStuck)
      return refused(isGivenBack ? 'collection.life.decide.withGiver' : 'collection.life.decide.notAccepted')
    return { may: true, isCorrection: isLocked }
  }
  if (state === 'accepted') return refused('collection.life.decide.accepted')
  if (state !== 'submitted') return refused('collection.life.decide.withGiver')
  if (kind === 'accepted') {
    if (handedIn.author === accountId) return refused('collection.life.decide.author')
    if (typists.includes(accountId)) return refused('collection.life.decide.typist')
    return { may: true, isCorrection: false }
  }
  return { may: true, isCorrection: isLocked }
}

const refused = (why: TextKey): DecisionRight => ({ may: false, why })
