/** How far from the truth an attacker must be kept. */
export type Protection = {
  /** The attacker's interval must reach at least so far below the value, */
  below: number
  /** so far above it, */
  above: number
  /** and be at least so wide. */
  width: number
}

/** What an attacker thinks possible of a true value. */
export type Guess = { value: number; low: number; high: number }

/** What is missing to keep the attacker far enough from a value; rounding errors of amounts in parts are forgiven. */
export function missingProtection(
  { below, above, width }: Protection,
  { value, low, high }: Guess,
): (keyof Protection)[] {
  const slack = 1e-9 * Math.max(1, Math.abs(value))
  const missing: Protection = {
    below: below - (value - low),
    above: above - (high - value),
    width: width - (high - low),
  }
  return (['below', 'above', 'width'] as const).filter((side) => !(missing[side] <= slack))
}
