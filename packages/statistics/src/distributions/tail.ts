/**
 * Which side of a distribution is meant: P(X ≤ x) or P(X > x). Ask for the small side by name, because
 * 1 less a small probability has lost its digits.
 */
export type Tail = 'lower' | 'upper'

/** Natural logarithms of both sides, so that neither loses digits nor vanishes. */
export type LogTails = { lower: number; upper: number }

/** log(1 − eˣ) for x ≤ 0. */
export function logOfRest(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x))
}

/** Refuses what is not a probability. */
export function checkProbability(caller: string, probability: number): void {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`${caller}: probability ${probability} is not within 0 and 1`)
  }
}

/** Refuses what is not positive, such as degrees of freedom; Infinity passes. */
export function checkPositive(caller: string, name: string, value: number): void {
  if (!(value > 0)) throw new RangeError(`${caller}: ${name} ${value} is not positive`)
}

/** Refuses what is not positive and finite, such as a shape. */
export function checkShape(caller: string, name: string, value: number): void {
  checkPositive(caller, name, value)
  if (value === Infinity) throw new RangeError(`${caller}: ${name} ${value} is not finite`)
}

/** Refuses NaN. */
export function checkNumber(caller: string, x: number): void {
  if (Number.isNaN(x)) throw new RangeError(`${caller}: x is not a number`)
}
