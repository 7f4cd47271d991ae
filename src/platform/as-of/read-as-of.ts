import { refuse } from '../refuse.ts'
import { addDays, isDay, municipalDay, startOfDay } from '../rights/day.ts'

/** Query parameter of a public page that can be read as it was on an earlier day. */
export const AS_OF = 'asOf'

/** A day whose state is asked for, and its last instant. */
export type AsOf = { day: string; until: Date }

/**
 * The day in `?asOf=YYYY-MM-DD` as municipalities count days; undefined when none is asked for.
 *
 * @throws Refused when it is no day, or one that has not come yet: today's state under another day's name would mislead
 */
export function readAsOf(query: URLSearchParams, now = new Date()): AsOf | undefined {
  const day = query.get(AS_OF)?.trim() ?? ''
  if (day === '') return undefined
  if (!isDay(day)) refuse(400, 'platform.asOf.wrong')
  if (day > municipalDay(now)) refuse(400, 'platform.asOf.future')
  return { day, until: new Date(startOfDay(addDays(day, 1)).getTime() - 1) }
}

/** The page at an address as it was when a day ended; the address itself when no day is asked for. */
export function addressAsOf(address: string, day: string | undefined): string {
  if (day === undefined) return address
  const [page = '', ...fragment] = address.split('#')
  return [`${page}${page.includes('?') ? '&' : '?'}${AS_OF}=${day}`, ...fragment].join('#')
}
