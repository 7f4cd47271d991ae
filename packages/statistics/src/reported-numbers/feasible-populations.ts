import { checkCount } from '../argument-checks.ts'

/** Whole population sizes that fit a printed response rate, and the likeliest of them. */
export type FeasiblePopulations = { low: number; high: number; best: number }

/**
 * How many people could have answered, when a report prints only how many did and the response rate:
 * 29 answers and 97 % mean 30 people; 216 answers and 43 % mean 497 to 508.
 *
 * @param sample those who answered, whole number, at least 1
 * @param responseShare the printed response rate as a share of 1, above 0
 * @param decimals of the printed percentage, 0 to 6
 * @returns all whole N from `low` to `high` print so, `best` is the nearest whole number to sample ÷ share
 * within them; undefined when no population fits. Ties may be rounded half up or half to even.
 * @throws RangeError when the share is 0, above 1 or has more decimals, or the sample is impossible
 */
export function feasiblePopulations(
  sample: number,
  responseShare: number,
  decimals: number,
): FeasiblePopulations | undefined {
  checkCount('feasiblePopulations', 'sample', sample, 1)
  checkCount('feasiblePopulations', 'decimals', decimals, 0, 6)
  const scale = 100 * 10 ** decimals
  const units = Math.round(responseShare * scale)
  if (!(responseShare <= 1 && units > 0 && Math.abs(responseShare * scale - units) < 1e-6)) {
    throw new RangeError(
      `feasiblePopulations: responseShare ${responseShare} is not above 0, to 1, with ${decimals} decimals`,
    )
  }
  // units − ½ ≤ scale·n/N ≤ units + ½, where the upper tie counts only if half to even reaches it.
  const numerator = 2 * scale * sample
  const isTieOut = numerator % (2 * units + 1) === 0 && units % 2 === 1
  const low = Math.max(sample, Math.ceil(numerator / (2 * units + 1)) + (isTieOut ? 1 : 0))
  const high = Math.floor(numerator / (2 * units - 1))
  if (low > high) return undefined
  return { low, high, best: Math.min(high, Math.max(low, Math.round(sample / responseShare))) }
}
