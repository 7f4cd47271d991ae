import type { Tail } from './tail.ts'

/** Relative error that distribution functions of counts may have. */
const ROUNDING = 1e-12

/** The smallest count within bounds that has `probability` at or below it, or at most that above it, by halving. */
export function leastCount(
  probability: number,
  tail: Tail,
  least: number,
  most: number,
  cdf: (count: number) => number,
): number {
  // Where nothing is to be left above, rounding must not decide.
  if (probability === (tail === 'lower' ? 1 : 0)) return most
  // A probability that is meant to be met exactly must not be missed, nor one near 1 be met too soon.
  const slack = ROUNDING * Math.min(probability, 1 - probability) + Number.EPSILON * probability
  const enough = (count: number) =>
    tail === 'lower' ? cdf(count) >= probability - slack : cdf(count) <= probability + slack
  let low = least
  let high = most
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle + 1
  }
  return low
}
