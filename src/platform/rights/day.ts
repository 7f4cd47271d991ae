const calendar = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Riga' })
const clock = new Intl.DateTimeFormat('sv', {
  timeZone: 'Europe/Riga',
  dateStyle: 'short',
  timeStyle: 'medium',
})
const DAY_MS = 24 * 60 * 60 * 1000

/** The day it is in Latvia's municipalities, `YYYY-MM-DD`: grants begin and end with it. */
export const municipalDay = (at: Date = new Date()): string => calendar.format(at)

/** Whether a text is a day that the calendar has, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** The day so many days later, or earlier. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The last day on which something holds that holds no longer on the day given. */
export const lastDay = (validTo: string): string => addDays(validTo, -1)

/** The instant at which a day begins in Latvia's municipalities, in winter and in summer. */
export function startOfDay(day: string): Date {
  const guess = Date.parse(`${day}T00:00:00Z`)
  const shown = Date.parse(`${clock.format(guess).replace(' ', 'T')}Z`)
  const start = new Date(guess - (shown - guess))
  // Clocks are turned at night, after midnight: an hour may lie between the guess and the day.
  const off = Date.parse(`${clock.format(start).replace(' ', 'T')}Z`) - guess
  return new Date(start.getTime() - off)
}
