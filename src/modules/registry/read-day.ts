/** The day (`YYYY-MM-DD`) that an address asks about by `on`; undefined when it names none that exists. */
export function readDay(query: URLSearchParams): string | undefined {
  const asked = query.get('on') ?? ''
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? new Date(`${asked}T00:00:00Z`) : undefined
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(asked) ? asked : undefined
}

export const today = (): string => new Date().toISOString().slice(0, 10)
