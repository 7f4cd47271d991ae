import { faceOf } from './face.ts'

/** What following every link of a site from its start pages finds. */
export type Crawl = {
  /** Every address that was asked for, with the status of its answer and the places on it. */
  pages: Map<string, { status: number; ids: Set<string> }>
  /** Links to a place on a page. */
  anchors: { from: string; to: string; id: string }[]
  /** Addresses to which a link or a form leads that somebody can choose. */
  offered: Set<string>
}

const AT_ONCE = 4
/** Links and forms, as far as they lead to pages: those of the document's head are for machines. */
const OFFERS = /<(?:a|area|form)\b[^>]*?\s(?:href|action)="([^"]*)"/g
const HREFS = /\shref="([^"]*)"/g
const IDS = /\sid="([^"]*)"/g

/**
 * Follows every link of a site. Filters multiply without end: pages with a question are followed one step only, and a
 * form that is asked for from many pages is one page.
 */
export async function crawl(site: string, starts: readonly string[]): Promise<Crawl> {
  const found: Crawl = { pages: new Map(), anchors: [], offered: new Set(starts) }
  const waiting = [...starts]
  const seen = new Set(starts)
  const follow = async (path: string) => {
    const response = await fetch(site + path)
    const isPage = response.headers.get('content-type')?.startsWith('text/html')
    const html = isPage ? await response.text() : ''
    if (!isPage) await response.body?.cancel()
    const toOwn = (pattern: RegExp) =>
      valuesIn(html, pattern).flatMap((link) => ownAddress(site, path, link) ?? [])
    found.pages.set(path, { status: response.status, ids: new Set(valuesIn(html, IDS)) })
    for (const { to } of toOwn(OFFERS)) found.offered.add(to)
    for (const { to, id } of toOwn(HREFS)) {
      if (id) found.anchors.push({ from: path, to, id })
      const page = oneForAll(to)
      if (seen.has(page) || (to.includes('?') && path.includes('?'))) continue
      seen.add(page)
      waiting.push(to)
    }
  }
  while (waiting.length > 0) await Promise.all(waiting.splice(0, AT_ONCE).map(follow))
  return found
}

/**
 * Links to places that are not there, of pages that were read. Somebody may have changed a page between the reading of
 * the two: both are read anew before a link counts as lost.
 */
export async function findLost(site: string, { pages, anchors }: Crawl): Promise<string[]> {
  const lost: string[] = []
  const suspects = anchors.filter(({ to, id }) => pages.has(to) && !pages.get(to)?.ids.has(id))
  const read = async (path: string) => (await fetch(site + path)).text()
  for (const { from, to, id } of suspects) {
    const links = valuesIn(await read(from), HREFS).flatMap((link) => ownAddress(site, from, link) ?? [])
    const isStillAsked = links.some((link) => link.to === to && link.id === id)
    if (isStillAsked && !valuesIn(await read(to), IDS).includes(id)) lost.push(`${from} → ${to}#${id}`)
  }
  return lost
}

/** A form that many pages ask for is one page; of pictures that pages draw, one of a kind stands for all. */
function oneForAll(address: string): string {
  if (faceOf(address) === 'personal') return address.replace(/\?.*$/, '')
  const [path = ''] = address.split('?')
  return /\.(svg|png)$/.test(path) ? path.replace(/\d[\d.-]*/g, '1') : address
}

function valuesIn(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, value = '']) => value.replaceAll('&amp;', '&'))
}

/** Where a link leads on this site, undefined when it leads away from it or to one of its assets. */
function ownAddress(site: string, from: string, link: string) {
  const url = new URL(link, site + from)
  if (url.origin !== site || url.pathname.startsWith('/assets/')) return undefined
  return { to: url.pathname + url.search, id: decodeURIComponent(url.hash.slice(1)) }
}
