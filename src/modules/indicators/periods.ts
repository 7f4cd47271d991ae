import { comparePeriods, parsePeriod } from '#platform/period.ts'

/** First day of a period; null when it is unknown. */
export const startOfPeriod = (period: string): string | null => parsePeriod(period)?.start ?? null

/** Last day of a period; null when it is unknown. */
export const endOfPeriod = (period: string): string | null => parsePeriod(period)?.end ?? null

/** The last day of the newest of some periods; null when none is known. */
export const newestDay = (periods: readonly string[]): string | null =>
  periods.flatMap((period) => endOfPeriod(period) ?? []).reduce<string | null>(later, null)

const later = (a: string | null, b: string) => (a === null || a < b ? b : a)

/** The calendar year that a period counts as: the last one that it reaches. Null when unknown. */
export const yearOfPeriod = (period: string): number | null => parsePeriod(period)?.year ?? null

/** What has a period, in the order of time; what has no known one comes first. */
export const inOrderOfTime = <One extends { period: string }>(all: readonly One[]): One[] =>
  all.toSorted((a, b) => comparePeriods(a.period, b.period))
