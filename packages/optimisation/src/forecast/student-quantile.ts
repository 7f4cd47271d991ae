/** P(T ≤ t) of Student's t with a whole number of degrees of freedom, t ≥ 0. */
function studentCdf(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees))
  const cosine2 = Math.cos(angle) ** 2
  const isOdd = degrees % 2 === 1
  let term = isOdd ? Math.cos(angle) : 1
  let sum = degrees === 1 ? 0 : term
  for (let k = isOdd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= ((k - 1) / k) * cosine2
    sum += term
  }
  const central = isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum
  return 0.5 + central / 2
}

/**
 * Quantile of Student's t for a whole number of degrees of freedom, by bisection on the closed form.
 *
 * @param probability above one half and below 1
 * @param degrees whole number, at least 1
 * @throws RangeError outside these
 * @see Abramowitz & Stegun (1964), 26.7.3 and 26.7.4; R `qt`
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(probability > 0.5 && probability < 1)) {
    throw new RangeError(`studentQuantile: probability ${probability} is not between 0.5 and 1`)
  }
  if (!Number.isInteger(degrees) || degrees < 1) {
    throw new RangeError(`studentQuantile: degrees ${degrees} is not a whole number of at least 1`)
  }
  let low = 0
  let high = 1
  while (studentCdf(high, degrees) < probability) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-14 * high; step++) {
    const middle = (low + high) / 2
    if (studentCdf(middle, degrees) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}
