import { isDay } from '#platform/rights/day.ts'
import type { Rhythm } from './duty.ts'

/** A leap year, so that 29 February is a day. */
const ANY_LEAP_YEAR = '2024'

/** How the day of a rhythm is written; null where it has none. */
export const DUE_FORMS = {
  once: 'YYYY-MM-DD',
  yearly: 'MM-DD',
  fourYearly: 'YYYY-MM-DD',
  regularly: null,
} as const satisfies Record<Rhythm, string | null>

/** Whether a day is written as its rhythm wants it. What is four-yearly may leave it open, as laws do. */
export function fitsRhythm(rhythm: Rhythm, due: string | null): boolean {
  if (due === null) return rhythm === 'regularly' || rhythm === 'fourYearly'
  if (rhythm === 'yearly') return /^\d{2}-\d{2}$/.test(due) && isDay(`${ANY_LEAP_YEAR}-${due}`)
  return rhythm !== 'regularly' && isDay(due)
}
