import { isDay, municipalDay } from '#platform/rights/day.ts'

/** The day (`YYYY-MM-DD`) that an address asks about by `on`; undefined when it names none that exists. */
export function readDay(query: URLSearchParams): string | undefined {
  const asked = query.get('on') ?? ''
  return isDay(asked) ? asked : undefined
}

export const today = (): string => municipalDay()
