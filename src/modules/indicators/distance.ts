import type { Verdict } from './verdict.ts'

/** How large a step lies between a result and what was asked for, by its share of that. */
export const STEPS = ['small', 'medium', 'large'] as const
export type Step = (typeof STEPS)[number]

/** Below a tenth of what was asked for a step is small; from about a third on it is large. */
const SMALL_BELOW = 0.1
const LARGE_FROM = 0.3

/** How far a result is from what was asked for. */
export type Distance = {
  needed: number
  unit: string
  side: 'above' | 'equal' | 'below' | 'within'
  /** Result minus what was asked for, in their unit. */
  difference: number
  /** Its size as a share of what was asked for; null where that is zero and the result is not. */
  share: number | null
  step: Step | null
}

/** How far a judged number is from what it was held against; null where no numbers were compared. */
export function distanceOf(verdict: Verdict): Distance | null {
  if (verdict.status === 'notEvaluable' || !verdict.compared) return null
  const { result, needed, unit, side } = verdict.compared
  const difference = side === 'equal' ? 0 : subtract(result, needed)
  const share = needed === 0 ? (difference === 0 ? 0 : null) : Math.abs(difference / needed)
  return { needed, unit, side, difference, share, step: share === null ? null : stepOf(share) }
}

/** Without what binary fractions leave behind: 89.3 − 90 is −0.7. */
function subtract(result: number, needed: number): number {
  const digits = Math.ceil(Math.log10(Math.max(Math.abs(result), Math.abs(needed))))
  return Number((result - needed).toFixed(Math.min(100, Math.max(0, 14 - digits))))
}

function stepOf(share: number): Step {
  if (share < SMALL_BELOW) return 'small'
  return share < LARGE_FROM ? 'medium' : 'large'
}

/** Parts by which a large step is told; `double`: twice as much as was asked for, or more. */
export type Part = 'third' | 'half' | 'moreThanHalf' | 'double'

/** About which part of what was asked for a large step is; null of other steps. Nothing falls short by all and more. */
export function partOf({ step, share, side }: Pick<Distance, 'step' | 'share' | 'side'>): Part | null {
  if (step !== 'large' || share === null) return null
  if (share < 0.45) return 'third'
  if (share <= 0.55) return 'half'
  return share >= 1 && side === 'above' ? 'double' : 'moreThanHalf'
}
