import { logBinomialTerm } from './binomial-term.ts'
import { logQuantile } from './log-quantile.ts'
import { type LogTails, logOfRest } from './tail.ts'

const { abs, exp, log } = Math

/** Beyond this logit, on either side, only the first term of the series is left. */
const MOST_LOGIT = 690

/**
 * Both sides of the beta distribution with shapes `a` and `b` at x, where y = 1 − x is given by the caller
 * who knows it without rounding. Both within 0 and 1.
 *
 * @see DiDonato & Morris (1992), ACM TOMS 18(3), algorithm 708, with Loader's factor before it
 */
export function betaLogTails(x: number, y: number, a: number, b: number): LogTails {
  if (x === 0) return { lower: -Infinity, upper: 0 }
  if (y === 0) return { lower: 0, upper: -Infinity }
  // Where the fraction converges slowly for one side it is quick for the other.
  return x * (a + b + 2) > a + 1 ? swap(fromFraction(y, x, b, a)) : fromFraction(x, y, a, b)
}

/** The same from the odds x : y, or where they leave the range of doubles from their logarithm. */
export function betaLogTailsOfOdds(odds: number, logOdds: number, a: number, b: number): LogTails {
  return isOrdinary(odds)
    ? betaLogTails(odds / (1 + odds), 1 / (1 + odds), a, b)
    : betaLogTailsAt(logOdds, a, b)
}

/** Whether the smaller of two shares with these odds has all its digits. */
function isOrdinary(odds: number): boolean {
  return odds > 1e-300 && odds < 1e300
}

/** The same at a logit log(x/y). */
function betaLogTailsAt(logit: number, a: number, b: number): LogTails {
  const inside = Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, logit))
  const at = betaLogTails(1 / (1 + exp(-inside)), 1 / (1 + exp(inside)), a, b)
  if (logit < inside) return withLower(at.lower + a * (logit - inside))
  return logit > inside ? swap(withLower(at.upper + b * (inside - logit))) : at
}

function fromFraction(x: number, y: number, a: number, b: number): LogTails {
  return withLower(Math.min(0, logBetaTerm(x, y, a, b) + log(fraction(x, y, a, b))))
}

/** log of the density of the logit of x, from the odds x : y as `betaLogTailsOfOdds`. */
export function logBetaTermOfOdds(odds: number, logOdds: number, a: number, b: number): number {
  return isOrdinary(odds)
    ? logBetaTerm(odds / (1 + odds), 1 / (1 + odds), a, b)
    : logBetaTermAt(logOdds, a, b)
}

/** The same at a logit. */
function logBetaTermAt(logit: number, a: number, b: number): number {
  if (logit < -MOST_LOGIT) return betaLogTailsAt(logit, a, b).lower + log(a)
  if (logit > MOST_LOGIT) return betaLogTailsAt(logit, a, b).upper + log(b)
  return logBetaTerm(1 / (1 + exp(-logit)), 1 / (1 + exp(logit)), a, b)
}

/** log of xᵃyᵇ/B(a, b): the density of the logit of x. */
export function logBetaTerm(x: number, y: number, a: number, b: number): number {
  return logBinomialTerm(a, b, x, y) + log(a) + log(b / (a + b))
}

/** The logit log(x/(1 − x)) that leaves `lower` below and `upper` above; the smaller of the two is aimed at. */
export function betaLogitQuantile(lower: number, upper: number, a: number, b: number): number {
  const tails = (logit: number) => betaLogTailsAt(logit, a, b)
  const logDensity = (logit: number) => logBetaTermAt(logit, a, b)
  return logQuantile(lower, upper, tails, logDensity, log(a / b), Infinity)
}

function withLower(lower: number): LogTails {
  return { lower, upper: logOfRest(lower) }
}

function swap({ lower, upper }: LogTails): LogTails {
  return { lower: upper, upper: lower }
}

/**
 * The continued fraction of DiDonato & Morris (their BFRAC), whose parts do not cancel also when x is near 1;
 * by the recurrence for its convergents. Times xᵃyᵇ/B(a, b) it is the lower tail.
 */
function fraction(x: number, y: number, a: number, b: number): number {
  const c = 1 + a * y - b * x
  const c1 = 1 + 1 / a
  let [above, below, aboveNext, belowNext] = [0, 1, 1, c / c1]
  let value = c1 / c
  let p = 1
  let s = a + 1
  for (let n = 1; n < 1e7; n++) {
    const t = n / a
    const w = n * (b - n) * x
    const alpha = p * (p + b / a) * (a / s) ** 2 * (w * x)
    const beta = n + w / s + ((t + 1) / (c1 + 2 * t)) * (c + n * (1 + y))
    p = 1 + t
    s += 2
    const newAbove = alpha * above + beta * aboveNext
    const newBelow = alpha * below + beta * belowNext
    const before = value
    value = newAbove / newBelow
    if (abs(value - before) <= 1e-16 * value) break
    // Scaled so that the next denominator is 1 and nothing overflows.
    above = aboveNext / newBelow
    below = belowNext / newBelow
    aboveNext = value
    belowNext = 1
  }
  return value
}
