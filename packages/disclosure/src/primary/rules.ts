import { checkAmount, checkCount, checkShare } from '../argument-checks.ts'
import { KEPT_CONTRIBUTIONS } from '../tables/contributions.ts'

/** When a number tells too much. */
export type PrimaryRules = {
  /** Counts of persons below this are sensitive. */
  threshold: number
  /** What to do with zeros that are not structural: nobody of a group is a fact about all of it. */
  zeros: 'hide' | 'print'
  /** Least denominator of a share about persons. */
  shareDenominator: number
  /** (n, k): sensitive when the n largest contributions are over the share k of the cell; n is at most 5. */
  dominance?: { largest: number; share: number }
  /** p %: sensitive when the second largest could tell the largest to within this share of 1. */
  pPercent?: number
  /** How much wider than the threshold a hidden large number must stay: a share of its value. */
  protection: number
}

/** Threshold 5, shares of 10 and more, one institution at most 85 %, intervals of at least 20 % of the value. */
export const DEFAULT_RULES: PrimaryRules = {
  threshold: 5,
  zeros: 'hide',
  shareDenominator: 10,
  dominance: { largest: 1, share: 0.85 },
  protection: 0.2,
}

/** Refuses rules by which nothing could be judged. */
export function checkRules(caller: string, rules: PrimaryRules): void {
  const { threshold, zeros, shareDenominator, dominance, pPercent, protection } = rules
  checkAmount(caller, 'threshold', threshold)
  checkAmount(caller, 'shareDenominator', shareDenominator)
  checkAmount(caller, 'protection', protection)
  if (zeros !== 'hide' && zeros !== 'print') {
    throw new RangeError(`${caller}: zeros ${zeros} is neither hide nor print`)
  }
  if (pPercent !== undefined) checkShare(caller, 'pPercent', pPercent)
  if (dominance) {
    checkCount(caller, 'dominance.largest', dominance.largest, 1, KEPT_CONTRIBUTIONS)
    checkShare(caller, 'dominance.share', dominance.share)
  }
}
