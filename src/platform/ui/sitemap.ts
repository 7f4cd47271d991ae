import { twinAddress } from '../language.ts'
import { absolute, type SiteFacts } from './site-facts.ts'

/** A page that search engines are told of, by its Latvian address, and the day on which it last changed. */
export type ListedPage = { address: string; changed?: string | undefined }

/** More than that a list must not hold. */
const MOST = 50_000

/**
 * Lists of all pages in both languages, each page with its twin: one list, or as many as it takes.
 *
 * @see https://www.sitemaps.org/protocol.html
 */
export function writeSitemaps(facts: SiteFacts, pages: readonly ListedPage[], most = MOST): string[] {
  const entries = pages.flatMap((page) =>
    [page.address, twinAddress(page.address, '')].map((address) => entryOf(facts, page, address)),
  )
  const parts = Math.max(1, Math.ceil(entries.length / most))
  return Array.from({ length: parts }, (_, part) =>
    document(
      'urlset',
      ' xmlns:xhtml="http://www.w3.org/1999/xhtml"',
      entries.slice(part * most, (part + 1) * most),
    ),
  )
}

/** The list of lists, where one does not hold all pages. */
export const writeSitemapIndex = (facts: SiteFacts, parts: number): string =>
  document(
    'sitemapindex',
    '',
    Array.from(
      { length: parts },
      (_, part) => `<sitemap><loc>${escaped(absolute(facts, sitemapPart(part + 1)))}</loc></sitemap>`,
    ),
  )

/** Where a list stands that is one of several, from 1. */
const sitemapPart = (part: number) => `/sitemap/${part}.xml`

function entryOf(facts: SiteFacts, { address, changed }: ListedPage, own: string) {
  const twin = (language: string, of: string) =>
    `<xhtml:link rel="alternate" hreflang="${language}" href="${escaped(absolute(facts, of))}"/>`
  return [
    `<url><loc>${escaped(absolute(facts, own))}</loc>`,
    changed ? `<lastmod>${changed}</lastmod>` : '',
    twin('lv', address),
    twin('en', twinAddress(address, '')),
    twin('x-default', address),
    '</url>',
  ].join('')
}

function document(root: string, more: string, entries: readonly string[]) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${more}>\n${entries.join('\n')}\n</${root}>\n`
}

const escaped = (address: string) =>
  encodeURI(decodeURI(address)).replaceAll('&', '&amp;').replaceAll("'", '&apos;')
