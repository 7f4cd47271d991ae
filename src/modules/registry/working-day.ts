import { addDays } from '#platform/rights/day.ts'

const SATURDAY = 6
const SUNDAY = 0

/** Whether people are at work on a day (`YYYY-MM-DD`): from Monday to Friday, and not on a public holiday. */
export function isWorkingDay(day: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== SATURDAY && weekday !== SUNDAY && !holidays.has(day)
}

/** The day itself where people are at work on it, or else the nearest such day before. */
export function workingDayUntil(day: string, holidays: ReadonlySet<string>): string {
  let found = day
  while (!isWorkingDay(found, holidays)) found = addDays(found, -1)
  return found
}

/** The day itself where people are at work on it, or else the nearest such day after. */
export function workingDayFrom(day: string, holidays: ReadonlySet<string>): string {
  let found = day
  while (!isWorkingDay(found, holidays)) found = addDays(found, 1)
  return found
}

/** The so-manieth working day after a day. @param count 1 or more */
export function workingDaysAfter(day: string, count: number, holidays: ReadonlySet<string>): string {
  let found = day
  for (let left = count; left > 0; left -= 1) found = workingDayFrom(addDays(found, 1), holidays)
  return found
}
