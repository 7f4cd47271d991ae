/** First day of a school year (`2024/2025`) or a calendar year (`2021`); null when the period is unknown. */
export function startOfPeriod(period: string): string | null {
  if (/^\d{4}\/\d{4}$/.test(period)) return `${period.slice(0, 4)}-09-01`
  return /^\d{4}$/.test(period) ? `${period}-01-01` : null
}

/** Last day of a school year, which ends with August, or of a calendar year; null when the period is unknown. */
export function endOfPeriod(period: string): string | null {
  if (/^\d{4}\/\d{4}$/.test(period)) return `${period.slice(-4)}-08-31`
  return /^\d{4}$/.test(period) ? `${period}-12-31` : null
}

/** The last day of the newest of some periods; null when none is known. */
export const newestDay = (periods: readonly string[]): string | null =>
  periods.flatMap((period) => endOfPeriod(period) ?? []).reduce<string | null>(later, null)

const later = (a: string | null, b: string) => (a === null || a < b ? b : a)

/** The calendar year that a period counts as: the second one of a school year. Null when unknown. */
export function yearOfPeriod(period: string): number | null {
  return /^(\d{4}\/)?\d{4}$/.test(period) ? Number(period.slice(-4)) : null
}
