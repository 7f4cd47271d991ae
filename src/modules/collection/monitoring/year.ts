import { type Period, parsePeriod } from '#platform/period.ts'
import { municipalDay } from '#platform/rights/day.ts'
import type { DataCall } from '../model.ts'

/** What happens with a call on a day. */
export const MOMENTS = ['opens', 'due', 'locks'] as const
export type Moment = (typeof MOMENTS)[number]

/** One date of one call. Day and instant are told from the one value that the call has. */
export type YearEntry = { call: DataCall; moment: Moment; at: Date; day: string }

/** Entries of one month, `2026-09`. */
export type Month = { month: string; entries: YearEntry[] }

const SEPTEMBER = 9

/** The school year of a day, as `2026/2027`. */
export function schoolYearOf(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const first = month >= SEPTEMBER ? year : year - 1
  return `${first}/${first + 1}`
}

/** The calendar or school year that is asked for, or the school year of today. */
export function askedYear(asked: string | null, today: string): { name: string; period: Period } {
  const read = asked === null ? null : parsePeriod(asked)
  if (asked !== null && read && (read.kind === 'year' || read.kind === 'schoolYear'))
    return { name: asked, period: read }
  const name = schoolYearOf(today)
  const period = parsePeriod(name)
  if (!period) throw new RangeError(`askedYear: ${name} is no school year`)
  return { name, period }
}

/** Every date of the calls that lies in a year, by month, in the order in which they come. */
export function yearOf(calls: readonly DataCall[], { start, end }: Pick<Period, 'start' | 'end'>): Month[] {
  const entries = calls
    .filter(({ state }) => state === 'open')
    .flatMap((call): YearEntry[] => [
      entryOf(call, 'opens', call.opensAt),
      entryOf(call, 'due', call.dueAt),
      entryOf(call, 'locks', call.locksAt),
    ])
    .filter(({ day }) => start <= day && day <= end)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.call.key.localeCompare(b.call.key))
  const months = Map.groupBy(entries, ({ day }) => day.slice(0, 'YYYY-MM'.length))
  return [...months].map(([month, some]) => ({ month, entries: some }))
}

const entryOf = (call: DataCall, moment: Moment, at: Date): YearEntry => ({
  call,
  moment,
  at,
  day: municipalDay(at),
})

/** Calendar and school years in which calls have dates, and this one; the newest first. */
export function yearsOf(calls: readonly DataCall[], today: string): { school: string[]; calendar: string[] } {
  const days = [
    today,
    ...calls.flatMap(({ opensAt, dueAt, locksAt }) =>
      [opensAt, dueAt, locksAt].map((at) => municipalDay(at)),
    ),
  ]
  const newestFirst = (names: readonly string[]) => [...new Set(names)].sort().reverse()
  return {
    school: newestFirst(days.map(schoolYearOf)),
    calendar: newestFirst(days.map((day) => day.slice(0, 'YYYY'.length))),
  }
}
