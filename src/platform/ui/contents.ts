/** As React writes what `Page` leaves for these. */
const NAV = /<nav class="contents"[^>]*>.*?<ul class="links"><\/ul><\/nav>/s
const TO_TOP = /<p class="to-top">.*?<\/p>(?=<\/main>)/s
const HEADING = /<h2((?: [^>]*)?)>(.*?)<\/h2>/gs
/** A page shorter than that is seen at a glance. */
const LONG = { characters: 2500, headings: 3 }
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

type Heading = { id: string; label: string }

/**
 * Lists the headings of a long page at its beginning, and leads back there from its end; takes both away from a
 * short one. It works on what was drawn, so that no list can differ from its page.
 */
export function fillContents(html: string): string {
  const start = html.indexOf('<main ')
  const end = html.indexOf('</main>', start)
  if (start < 0 || end < 0) return html
  const main = html.slice(start, end)
  return html.slice(0, start) + fillMain(`${main}</main>`) + html.slice(end + '</main>'.length)
}

function fillMain(main: string): string {
  const nav = NAV.exec(main)?.[0]
  const rest = nav === undefined ? main : main.replace(nav, '')
  const isLong = textOf(rest).length > LONG.characters
  if (!isLong) return rest.replace(TO_TOP, '')
  if (nav === undefined) return rest
  const { html, headings } = nameHeadings(rest)
  if (headings.length < LONG.headings) return rest
  const links = headings.map(({ id, label }) => `<li><a href="#${id}">${label}</a></li>`)
  const filled = nav.replace('<ul class="links">', () => `<ul class="links">${links.join('')}`)
  const place = beforeFirstHeading(html)
  return html.slice(0, place) + filled + html.slice(place)
}

/** Gives a name to each heading that has none, so that links can lead to it. */
function nameHeadings(main: string): { html: string; headings: Heading[] } {
  const taken = new Set([...main.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
  const headings: Heading[] = []
  const html = main.replace(HEADING, (whole, attributes: string, inside: string) => {
    const label = textOf(inside)
    if (label === '') return whole
    const own = / id="([^"]*)"/.exec(attributes)?.[1]
    const id = own ?? freeName(label, taken)
    taken.add(id)
    headings.push({ id, label })
    return own ? whole : `<h2 id="${id}"${attributes}>${inside}</h2>`
  })
  return { html, headings }
}

function freeName(label: string, taken: ReadonlySet<string | undefined>): string {
  const plain = label
    .replaceAll(/&[#\w]+;/g, ' ')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
  const name =
    plain
      .match(/[a-z0-9]+/g)
      ?.slice(0, 8)
      .join('-') ?? 'dala'
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? name : `${name}-${number}`
    if (!taken.has(id)) return id
  }
}

/** What a reader sees of it on one line, still escaped as in HTML. */
export const textOf = (html: string) =>
  html
    .replaceAll(/<(svg|script)[ >].*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[.,:;!?)])/g, '')
    .trim()

/** Where the part of the page begins that holds its first `h2`; behind the `h1` where one part holds both. */
function beforeFirstHeading(main: string): number {
  let depth = 0
  let part = 0
  for (const { 0: tag, 1: slash, 2: name = '', index } of main.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (slash) depth -= 1
    else {
      if (depth === 1) part = index
      if (name === 'h2') break
      if (!VOID.has(name) && !tag.endsWith('/>')) depth += 1
    }
  }
  const title = main.indexOf('</h1>') + '</h1>'.length
  return Math.max(part, title)
}
