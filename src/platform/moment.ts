import { dateFormat } from './texts/formats.ts'

const WALL = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/
const HOUR_MS = 60 * 60 * 1000
/** How far Riga's clocks are ahead of universal time: in summer, in winter. */
const AHEAD_MS = [3 * HOUR_MS, 2 * HOUR_MS]
const clock = dateFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Riga' })

/** Why what was typed is no moment: it is no day and time, or clocks jump over it. */
export type MomentProblem = 'platform.form.moment' | 'platform.form.moment.skipped'

/**
 * The instant at which clocks in Riga show a day and a time, typed as `2027-03-28T23:59`. Of an hour that comes twice,
 * when summer time ends, the later is meant, so that nobody is late who thought of it.
 */
export function instantOf(typed: string): Date | MomentProblem {
  const wall = typed.trim()
  const asUniversal = WALL.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN
  if (Number.isNaN(asUniversal) || !new Date(asUniversal).toISOString().startsWith(wall))
    return 'platform.form.moment'
  const shown = AHEAD_MS.map((ahead) => new Date(asUniversal - ahead)).filter((at) => wallOf(at) === wall)
  return shown.at(-1) ?? 'platform.form.moment.skipped'
}

/** What clocks in Riga show at an instant, as it is typed: `2027-03-28T23:59`. */
export const wallOf = (instant: Date): string => clock.format(instant).replace(' ', 'T')
