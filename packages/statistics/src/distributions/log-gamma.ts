const { abs, log } = Math

const HALF_LOG_TWO_PI = 0.9189385332046728

/** From here Stirling's series with six terms is exact to rounding. */
const SERIES_FROM = 15

/** log Γ(x) for x > 0, to about 1e-14 of max(1, log Γ). */
export function logGamma(x: number): number {
  return stirlingError(x) + (x + 0.5) * log(x) - x + HALF_LOG_TWO_PI - log(x)
}

/** log Γ(n + 1) less Stirling's approximation log(√(2πn)·(n/e)ⁿ), for n > 0. */
export function stirlingError(n: number): number {
  if (n >= SERIES_FROM) return series(n)
  // log Γ(n + 1) from a larger argument: Γ(m + 1) = Γ(n + 1)·(n + 1)…m.
  let m = n
  let product = 1
  while (m < SERIES_FROM) {
    m += 1
    product *= m
  }
  return series(m) + (m + 0.5) * log(m) - m - ((n + 0.5) * log(n) - n) - log(product)
}

function series(n: number): number {
  const square = n * n
  const tail = (1 / 1188 - 691 / 360360 / square) / square
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - tail) / square) / square) / square) / n
}

/** x·log(x/m) + m − x without the cancellation when x is near the mean m: twice this is a deviance. */
export function deviance(x: number, mean: number): number {
  if (abs(x - mean) >= 0.1 * (x + mean)) {
    const ratio = x / mean
    return x * (ratio === Infinity ? log(x) - log(mean) : log(ratio)) + mean - x
  }
  const v = (x - mean) / (x + mean)
  let power = 2 * x * v
  let sum = (x - mean) * v
  for (let odd = 3; ; odd += 2) {
    power *= v * v
    const next = sum + power / odd
    if (next === sum) return sum
    sum = next
  }
}
