import { AskedValues } from '../asked.ts'
import { addDays, municipalDay, startOfDay } from '../rights/day.ts'

/** Query parameter of a public page that can be read as it was on an earlier day. */
export const AS_OF = 'asOf'

/** A day whose state is asked for, and its last instant. */
export type AsOf = { day: string; until: Date }

/**
 * The day in `?asOf=YYYY-MM-DD` as municipalities count days; undefined when none is asked for. Wrong is what is no
 * day, and one that has not come yet: today's state under another day's name would mislead.
 */
export function askAsOf(asked: AskedValues, now = new Date()): AsOf | undefined {
  const day = asked.day(AS_OF, { to: municipalDay(now) })
  return day === undefined ? undefined : { day, until: new Date(startOfDay(addDays(day, 1)).getTime() - 1) }
}

/** The same where a page reads nothing else. @throws Refused when the day is wrong */
export function readAsOf(query: URLSearchParams, now = new Date()): AsOf | undefined {
  const asked = new AskedValues(query)
  const asOf = askAsOf(asked, now)
  asked.demandRight()
  return asOf
}

/** The page at an address as it was when a day ended; the address itself when no day is asked for. */
export function addressAsOf(address: string, day: string | undefined): string {
  if (day === undefined) return address
  const [page = '', ...fragment] = address.split('#')
  return [`${page}${page.includes('?') ? '&' : '?'}${AS_OF}=${day}`, ...fragment].join('#')
}
