import { checkCount } from '../argument-checks.ts'
import type { Interval } from '../interval.ts'

/** A mean (or a share) among those who answered. */
export type AnsweredMean = { mean: number; answered: number; asked: number }

/**
 * Where the mean of all lies if those who did not answer differ from those who did by up to `difference`:
 * the wider the gap in answers, the wider the range. Chance is not in it; this is about bias only.
 *
 * @param difference zero or more, in the unit of the mean; for shares 0.1 means ten percentage points
 * @param scale the least and the most an answer can be, when there are such; no mean of others goes beyond
 * @throws RangeError when a count is impossible, the difference negative, or the mean is not finite or not on the scale
 */
export function biasRange(
  { mean, answered, asked }: AnsweredMean,
  difference: number,
  scale: Interval = { low: -Infinity, high: Infinity },
): Interval {
  checkAnswered('biasRange', { mean, answered, asked }, scale)
  if (!(difference >= 0)) throw new RangeError(`biasRange: difference ${difference} is negative`)
  const rate = answered / asked
  const all = (others: number) => (rate === 1 ? mean : rate * mean + (1 - rate) * others)
  return {
    low: all(Math.max(scale.low, mean - difference)),
    high: all(Math.min(scale.high, mean + difference)),
  }
}

/**
 * The bounds that no assumption is needed for: all who did not answer at one end of the scale, or at the other.
 *
 * @param scale the least and the most an answer can be; 0 to 1 for shares
 * @throws RangeError as `biasRange`
 * @see Manski (2003), Partial Identification of Probability Distributions
 */
export function worstCaseBounds(answers: AnsweredMean, scale: Interval = { low: 0, high: 1 }): Interval {
  checkAnswered('worstCaseBounds', answers, scale)
  return biasRange(answers, Infinity, scale)
}

/**
 * How far others must be from those who answered before the mean of all is on the other side of a threshold,
 * such as last year's value. Infinite when everyone answered.
 *
 * @param threshold in the unit of the mean
 * @throws RangeError when a count is impossible, or the mean or the threshold is not finite
 */
export function differenceToReach({ mean, answered, asked }: AnsweredMean, threshold: number): number {
  checkAnswered('differenceToReach', { mean, answered, asked }, { low: -Infinity, high: Infinity })
  if (!Number.isFinite(threshold)) {
    throw new RangeError(`differenceToReach: threshold ${threshold} is not a finite number`)
  }
  return answered === asked ? Infinity : Math.abs(threshold - mean) / (1 - answered / asked)
}

function checkAnswered(
  caller: string,
  { mean, answered, asked }: AnsweredMean,
  { low, high }: Interval,
): void {
  checkCount(caller, 'asked', asked, 1)
  checkCount(caller, 'answered', answered, 1, asked)
  if (!Number.isFinite(mean)) throw new RangeError(`${caller}: mean ${mean} is not a finite number`)
  if (!(mean >= low && mean <= high))
    throw new RangeError(`${caller}: mean ${mean} is not within ${low} and ${high}`)
}
