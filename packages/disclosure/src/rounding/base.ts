import type { Interval } from '@izaugsme/statistics'
import { checkCount } from '../argument-checks.ts'

/**
 * A number rounded to the nearest multiple of a base, halves away from zero.
 *
 * @throws RangeError when the base is not a whole number of at least 2, or the value not finite
 */
export function roundToBase(value: number, base: number): number {
  checkCount('roundToBase', 'base', base, 2)
  if (!Number.isFinite(value)) throw new RangeError(`roundToBase: value ${value} is not finite`)
  return Math.sign(value) * Math.floor(Math.abs(value) / base + 0.5) * base || 0
}

/**
 * What whole numbers print as this multiple of the base, no value being below 0.
 *
 * @throws RangeError when the base is impossible or the printed number is not a multiple of it
 */
export function behindBase(printed: number, base: number): Interval {
  checkCount('behindBase', 'base', base, 2)
  if (printed < 0 || printed % base !== 0) {
    throw new RangeError(`behindBase: ${printed} is not a multiple of ${base}`)
  }
  return { low: Math.max(0, printed - Math.floor(base / 2)), high: printed + Math.ceil(base / 2) - 1 }
}

/**
 * A count of persons as Eurostat prints it since 2023: 1 to 7 as 5, others to the nearest 10, halves up.
 *
 * @throws RangeError when the count is not a whole number of at least 0
 */
export function roundAsEurostat(count: number): number {
  checkCount('roundAsEurostat', 'count', count, 0)
  if (count === 0) return 0
  return count <= 7 ? 5 : Math.floor(count / 10 + 0.5) * 10
}
