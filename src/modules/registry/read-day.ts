import type { AskedValues } from '#platform/asked.ts'
import { municipalDay } from '#platform/rights/day.ts'

/** The day (`YYYY-MM-DD`) that an address asks about by `on`; undefined when it asks about none. */
export const readDay = (asked: AskedValues): string | undefined => asked.day('on')

export const today = (): string => municipalDay()
