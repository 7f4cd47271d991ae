import { deviance, stirlingError } from './log-gamma.ts'
import { logQuantile } from './log-quantile.ts'
import { type LogTails, logOfRest } from './tail.ts'

const { exp, log, PI } = Math

/** Below this log x only the first term of the series is left. */
const LEAST_LOG = -690

/**
 * Both sides of the gamma distribution with shape `a` at x > 0.
 *
 * @see Abramowitz & Stegun 6.5.29 (series) and 6.5.31 (continued fraction), with Loader's factor before them
 */
export function gammaLogTails(x: number, a: number): LogTails {
  if (x === Infinity) return { lower: 0, upper: -Infinity }
  const factor = logGammaTerm(x, a)
  if (x < a + 1) {
    const lower = factor + log(series(x, a))
    return { lower: Math.min(0, lower), upper: logOfRest(Math.min(0, lower)) }
  }
  const upper = factor + log(a) + log(fraction(x, a))
  return { lower: logOfRest(upper), upper }
}

/** log of xᵃe⁻ˣ/Γ(a + 1), which is x times the density divided by a. */
export function logGammaTerm(x: number, a: number): number {
  return -stirlingError(a) - deviance(a, x) - 0.5 * log(2 * PI * a)
}

/** The x that leaves `lower` below and `upper` above; the smaller of the two is aimed at. */
export function gammaQuantile(lower: number, upper: number, a: number): number {
  const tails = (u: number): LogTails => {
    if (u >= LEAST_LOG) return gammaLogTails(exp(u), a)
    const least = gammaLogTails(exp(LEAST_LOG), a).lower + a * (u - LEAST_LOG)
    return { lower: least, upper: logOfRest(least) }
  }
  const logDensity = (u: number) =>
    u >= LEAST_LOG ? logGammaTerm(exp(u), a) + log(a) : tails(u).lower + log(a)
  return exp(logQuantile(lower, upper, tails, logDensity, log(a), 1))
}

function series(x: number, a: number): number {
  let term = 1
  let sum = 1
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

/** Lentz's method; times xᵃe⁻ˣ/Γ(a) it is the upper tail. */
function fraction(x: number, a: number): number {
  let b = x + 1 - a
  let c = Infinity
  let d = 1 / b
  let value = d
  for (let n = 1; n < 1e7; n++) {
    const top = -n * (n - a)
    b += 2
    d = 1 / (top * d + b)
    c = b + top / c
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return value
}
