import { parsePeriod } from '#platform/period.ts'

/**
 * The day on which a register is counted for a period: the first of a school year, the last of all others, or today
 * where that has not come. Null while the period has not begun.
 */
export function registerDay(period: string, today: string): string | null {
  const parsed = parsePeriod(period)
  if (parsed === null || parsed.start > today) return null
  if (parsed.kind === 'schoolYear') return parsed.start
  return parsed.end < today ? parsed.end : today
}
