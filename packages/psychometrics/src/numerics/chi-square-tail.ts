/**
 * P(χ² ≥ x), by the series or the continued fraction of the incomplete gamma function.
 *
 * @param df degrees of freedom, above 0
 */
export function chiSquareTail(x: number, df: number): number {
  if (!(x > 0)) return 1
  const [a, z] = [df / 2, x / 2]
  const front = Math.exp(a * Math.log(z) - z - logGamma(a))
  if (z < a + 1) {
    let [term, sum] = [1 / a, 1 / a]
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= z / (a + n)
      sum += term
    }
    return 1 - front * sum
  }
  let b = z + 1 - a
  let c = 1e300
  let d = 1 / b
  let h = d
  for (let n = 1; n < 10_000; n++) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b)
    c = b + an / c
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return front * h
}

/** Stirling's series, shifted to where it is exact. */
function logGamma(x: number): number {
  let [shift, y] = [0, x]
  for (; y < 12; y++) shift -= Math.log(y)
  const series = 1 / (12 * y) - 1 / (360 * y ** 3) + 1 / (1260 * y ** 5) - 1 / (1680 * y ** 7)
  return shift + (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series
}
