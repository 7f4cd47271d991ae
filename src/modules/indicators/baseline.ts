import type { Baseline, ObservedValue, Series } from './model.ts'
import { type NoJudgement, not } from './outcome.ts'

/** Why nothing can be counted from a baseline: there is none, or it is covered. */
export const withoutBaseline = ({ baseline }: Series): NoJudgement =>
  not(baseline?.observation.isCovered ? 'confidential' : 'noBaseline')

/** What the baseline is; null where there is none or it only says why. */
export function baselineValue(baseline: Baseline | null): ObservedValue | null {
  return baseline === null || baseline.observation.value.kind === 'missing'
    ? null
    : baseline.observation.value
}
