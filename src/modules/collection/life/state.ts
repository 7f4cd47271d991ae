import type { DecisionKind, SubmissionState } from '../model.ts'

/** What is known of a submission: whether anything was typed, what was handed in last, what was decided on that. */
export type Trail = {
  isExcused: boolean
  hasEdits: boolean
  /** Number of the last handing in; 0 before the first. */
  version: number
  /** The last decision on that very version; null while nobody has decided. */
  decision: DecisionKind | null
}

/** Where an institution stands with a call. The one place that says so. */
export function stateOf({ isExcused, hasEdits, version, decision }: Trail): SubmissionState {
  if (isExcused) return 'excused'
  if (version > 0) return decision ?? 'submitted'
  return hasEdits ? 'draft' : 'notStarted'
}

/** Whether the giver may type and hand in. */
export const isWithGiver = (state: SubmissionState): boolean =>
  state === 'notStarted' || state === 'draft' || state === 'returned' || state === 'reopened'
