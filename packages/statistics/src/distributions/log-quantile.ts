import type { LogTails } from './tail.ts'

/**
 * The u at which a distribution on the whole line has `lower` below and `upper` above, by Newton's method on
 * the logarithm of the smaller side. That logarithm is concave for the distributions here, so after at most
 * one step too far the steps go one way and cannot miss.
 *
 * @param lower the probability below; `upper` the one above, given apart so that the smaller keeps its digits
 * @param logDensity of u
 * @param start near the mode
 * @param longest step upwards, where the upper side falls faster than exponentially
 * @returns −∞ and ∞ for probabilities 0 and 1
 */
export function logQuantile(
  lower: number,
  upper: number,
  tails: (u: number) => LogTails,
  logDensity: (u: number) => number,
  start: number,
  longest: number,
): number {
  if (lower === 0) return -Infinity
  if (upper === 0) return Infinity
  const side = lower <= upper ? 'lower' : 'upper'
  const aim = Math.log(Math.min(lower, upper))
  const sign = side === 'lower' ? -1 : 1
  let u = start
  for (let iteration = 0; iteration < 500; iteration++) {
    const now = tails(u)[side]
    const step = sign * (now - aim) * Math.exp(now - logDensity(u))
    u += Math.min(step, longest)
    if (Math.abs(step) <= 4e-16 * Math.max(1, Math.abs(u))) break
  }
  return u
}
