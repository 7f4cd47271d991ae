import { languageOf } from '#platform/language.ts'

/** Fragments that a page of ours may have. */
const FRAGMENT = /^[\p{L}\p{N}._~-]{1,200}$/u
const WITHOUT_HOST = 'http://localhost'
/** Characters of what stands at a place: enough to know it again. */
const WORDS_AT_MOST = 160

/**
 * Reads an address that somebody wants to report about, as a link of ours carries it or as it is copied from
 * a browser, into its Latvian form.
 *
 * @param isOwn whether an origin (`https://izaugsme.lv`) is ours
 * @returns undefined for what lies elsewhere
 */
export function readPlaceAddress(typed: string, isOwn: (origin: string) => boolean): string | undefined {
  const isPath = /^\/(?![/\\])/.test(typed)
  const url = URL.parse(isPath ? WITHOUT_HOST + typed : typed)
  if (!url || !(isPath || (/^https?:$/.test(url.protocol) && isOwn(url.origin)))) return undefined
  if (url.username !== '' || url.pathname.startsWith('//')) return undefined
  const path = languageOf(url.pathname) === 'en' ? url.pathname.slice('/en'.length) || '/' : url.pathname
  const fragment = decode(url.hash.slice(1))
  return path + url.search + (FRAGMENT.test(fragment) ? `#${fragment}` : '')
}

/** What a page calls itself, without the name of the site that ends every title. */
export function readTitle(html: string): string | undefined {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]
  return title && unescaped(title).replace(/ · [^·]*$/, '')
}

/**
 * What stands at a place of a page, in its own words and without its links: a heading, or a row of a table up to
 * its first value.
 *
 * @param id as it stands behind `#` in an address
 */
export function readWordsAt(html: string, id: string): string | undefined {
  const start = html.indexOf(` id="${id}"`)
  if (id === '' || start < 0) return undefined
  const end = html.slice(start).search(/<\/(h\d|td|li|dt|p|summary|caption)>/)
  const inside = html.slice(start, start + Math.min(end < 0 ? WORDS_AT_MOST : end, 20 * WORDS_AT_MOST))
  const words = unescaped(
    inside
      .replace(/^[^>]*>/, '')
      .replaceAll(/<a[ >].*?<\/a>/gs, ' ')
      .replaceAll(/<[^>]*>?/g, ' '),
  )
    .replaceAll(/\s+/g, ' ')
    .trim()
  return words.length > WORDS_AT_MOST ? `${words.slice(0, WORDS_AT_MOST)}…` : words || undefined
}

/** First part of an address: the municipality, where it is one of its pages. */
export const firstSegment = (address: string) => address.split(/[/?#]/)[1] ?? ''

function decode(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const unescaped = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, sign: string) => SIGNS[sign] ?? '')
