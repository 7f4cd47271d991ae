/** A day whose state is asked for, and its last instant. */
export type AsOf = { day: string; until: Date }

/** The day in `?asOf=YYYY-MM-DD`; undefined when none is asked for or it is no day. */
export function readAsOf(query: URLSearchParams): AsOf | undefined {
  const day = query.get('asOf') ?? ''
  const until = new Date(`${day}T23:59:59.999Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(until.getTime()) ? { day, until } : undefined
}
