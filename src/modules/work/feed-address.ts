import type { Own } from '#platform/http/same-origin.ts'
import { addressIn } from '#platform/language.ts'
import type { Language } from '#platform/texts/text.ts'

/** Address of somebody's calendar, whole, for another programme. */
export function feedAddress(own: Own, language: Language, secret: string): string {
  return `${feedOrigin(own)}${addressIn(language, '/darbs/kalendars.ics')}?${new URLSearchParams({ atslega: secret })}`
}

/** What this installation is called by whoever asks. */
export function feedOrigin(own: Own): string {
  if ('origin' in own) return own.origin
  const [host = ''] = own.hosts
  return `http://${host}`
}
