import { isOwnOrigin } from '#platform/http/same-origin.ts'
import type { Personal } from '#platform/http/site.ts'
import { addressIn } from '#platform/language.ts'
import type { Language } from '#platform/texts/text.ts'
import { readPlaceAddress, readTitle, readWordsAt } from './place.ts'
import type { Place } from './report.ts'

const TITLE_MAXIMUM = 500
const ADDRESS_MAXIMUM = 700

/**
 * The page of ours that an address means, in its own words; undefined when it lies elsewhere or when nothing
 * is published there.
 */
export async function findPlace(
  { own, publicPage }: Personal,
  typed: string,
  language: Language,
): Promise<Place | undefined> {
  const isOwn = (origin: string) => isOwnOrigin(origin, own)
  const asked = readPlaceAddress(typed, isOwn)
  if (asked === undefined) return undefined
  const [path = '', fragment = ''] = asked.split('#')
  const page = await publicPage(addressIn(language, path))
  const title = page && readTitle(page.html)
  if (!page || !title) return undefined
  const words = readWordsAt(page.html, fragment)
  const written = readPlaceAddress(page.target, isOwn) ?? path
  const whole = `${written}${words ? `#${fragment}` : ''}`
  // What was searched for on a page may be longer than what is worth keeping.
  const address = whole.length <= ADDRESS_MAXIMUM ? whole : written.replace(/\?.*$/s, '')
  return { address, title: [title, words].filter(Boolean).join(' → ').slice(0, TITLE_MAXIMUM) }
}
