import { distanceOf } from './distance.ts'
import type { Verdict } from './verdict.ts'

/** By how much a result misses its target. */
export type Gap = {
  /** The figure that was to be reached. */
  needed: number
  /** Result minus target, as a share of the target: −0.12 is 12 % less than was asked for. */
  gap: number
}

/**
 * By how much a missed target was missed, as a share of the target, since counts and per cents have no common
 * unit. Null unless it was missed with a figure: targets without a figure of their own (“better than the
 * baseline”) and targets of zero have no such share.
 */
export function gapOf(verdict: Verdict): Gap | null {
  const distance =
    verdict.status === 'missed' && verdict.target?.kind !== 'trend' ? distanceOf(verdict) : null
  if (distance === null || distance.share === null) return null
  return { needed: distance.needed, gap: Math.sign(distance.difference) * distance.share }
}
