import type { Speech } from '#platform/i18n.tsx'
import type { Validity } from '../institution.ts'

/** The last day of something that no longer holds on the day given. */
export function dayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`)
  before.setUTCDate(before.getUTCDate() - 1)
  return before.toISOString().slice(0, 10)
}

/** From when until when, as far as it is stated; null when neither is. */
export function sayValidity(
  { validFrom, validTo }: Validity,
  { text, say }: Pick<Speech, 'text' | 'say'>,
): string | null {
  const from = validFrom === null ? '' : say.day(validFrom)
  const to = validTo === null ? '' : say.day(dayBefore(validTo))
  if (from !== '' && to !== '') return text('registry.time.both', { from, to })
  if (from !== '') return text('registry.time.from', { from })
  return to === '' ? null : text('registry.time.to', { to })
}
