import type { PrintedPercent } from './model.ts'

/** Binary fractions are off by less than this many units of the last printed digit. */
const TINY = 1e-9

/**
 * Whether a value prints as the percentage does: rounded to its decimals, at a tie half up or half to even.
 *
 * @param value in per cent
 */
export function printsAs(value: number, { percent, decimals }: PrintedPercent): boolean {
  const printed = Math.round(percent * 10 ** decimals)
  const beyond = value * 10 ** decimals - printed
  if (beyond >= -0.5 - TINY && beyond < 0.5 - TINY) return true
  return Math.abs(beyond - 0.5) <= TINY && printed % 2 === 0
}

/**
 * Whether the mean of printed values could print so, had it been computed before they were rounded.
 *
 * @param decimals the fewest that the values are printed with
 */
export function couldPrintAs(mean: number, printed: PrintedPercent, decimals: number): boolean {
  return Math.abs(mean - printed.percent) <= 0.5 * 10 ** -printed.decimals + 0.5 * 10 ** -decimals + TINY
}
