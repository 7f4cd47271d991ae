import { fillContents, textOf } from './contents.ts'
import { LATER } from './linked-data.ts'

/** As React writes what `AboutData` draws; it is the last section of its page. */
const ABOUT_DATA = /<section class="about-data".*?<\/section>/s
/** What is no part of what a page says first. */
const ASIDE =
  /<(nav|form|svg|table|dl|script|details|aside)[ >].*?<\/\1>|<p class="(?:eyebrow|downloads|banner|hint|note|source|to-top)"[^>]*>.*?<\/p>/gs
const LINK = /<a [^>]*href="([^"#]+)"/g
const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
/** A description that is still missing, and the place that stands before it. */
const DESCRIPTION = new RegExp(`([^">]*\\. )?${LATER.description}`, 'g')
const LONGEST = 300

/**
 * Fills in what is known of a page only once it is drawn: its contents, what it says first, and the files that it
 * offers. What is said of data goes where none are offered.
 *
 * @param address where the public finds the site, before the paths of files
 */
export function finishPage(html: string, address = ''): string {
  const files = filesOf(html)
  const offered = files.length === 0 ? html.replace(ABOUT_DATA, '') : html
  const whole = fillContents(offered)
  if (!whole.includes(LATER.description)) return whole
  const first = firstWords(whole)
  const distribution = files.map(({ path, format }) => ({
    '@type': 'DataDownload',
    encodingFormat: MEDIA[format],
    contentUrl: /^https?:/.test(path) ? path : address + path,
  }))
  return whole
    .replaceAll(`"${LATER.distribution}"`, () => inScript(distribution))
    .replaceAll(`"description":"${LATER.description}"`, () => `"description":${inScript(plain(first))}`)
    .replaceAll(DESCRIPTION, (_, place = '') =>
      place && first.startsWith(place.slice(0, -2)) ? first : place + first,
    )
}

/** Data that the main part of a page offers, each file once. What the API answers without an ending is JSON. */
function filesOf(html: string) {
  const main = html.slice(html.indexOf('<main '))
  const found = new Map<string, { path: string; format: string }>()
  for (const [, href = ''] of main.matchAll(LINK)) {
    const path = plain(href)
    const format = formatOf(path)
    if (format && MEDIA[format]) found.set(path, { path, format })
  }
  return [...found.values()]
}

function formatOf(path: string): string | undefined {
  const named = /(?:\.|[?&]format=)([a-z]+)(?:[?&]|$)/.exec(path)?.[1]
  return named ?? (/^\/api\/v\d+\/./.test(path) ? 'json' : undefined)
}

/** The sentence on top of a page and those after it, as far as they fit; still escaped as in HTML. */
function firstWords(html: string): string {
  const main = html
    .slice(html.indexOf('<main '), html.indexOf('</main>'))
    .replace(/<h2.*/s, '')
    .replaceAll(ASIDE, ' ')
  const blocks = [...main.matchAll(/<(h1|p)((?: [^>]*)?)>(.*?)<\/\1>/gs)].map(
    ([, , attributes = '', inside = '']) => ({
      isHeadline: attributes.includes('"headline"'),
      words: textOf(inside),
    }),
  )
  const title = blocks[0]?.words
  const headline = blocks.findIndex(({ isHeadline }) => isHeadline)
  const said = headline > 0 ? [{ words: title ?? '' }, ...blocks.slice(headline)] : blocks
  let all = ''
  for (const { words } of said) {
    if (words === '') continue
    const next = `${all}${all === '' ? '' : /[.!?:…]$/.test(all) ? ' ' : '. '}${words}`
    if (all !== '' && next.length > LONGEST) break
    all = next
  }
  return all.length > LONGEST ? `${all.slice(0, all.lastIndexOf(' ', LONGEST))}…` : all
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const plain = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, sign: string) => SIGNS[sign] ?? '')
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')
