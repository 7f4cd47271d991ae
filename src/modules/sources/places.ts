import type { Citation } from './model.ts'

/**
 * The places in one document, each once, in the order in which they are cited. Places that differ only at
 * the end are joined: `3. nodaļa, ieteikumi: 1. ieteikums, 2. ieteikums`.
 */
export function placesIn(source: string, citations: readonly Citation[]): string[] {
  const places = citations
    .filter((citation) => citation.source === source)
    .flatMap(({ locator }) => locator?.split('; ') ?? [])
  const ends = new Map<string, string[]>()
  for (const place of new Set(places)) {
    const cut = place.lastIndexOf(', ')
    const [beginning, end] = cut < 0 ? [place, ''] : [place.slice(0, cut), place.slice(cut + 2)]
    ends.set(beginning, [...(ends.get(beginning) ?? []), end])
  }
  return [...ends].map(([beginning, all]) => {
    const named = all.filter((end) => end !== '')
    return named.length === 0 ? beginning : `${beginning}${named.length > 1 ? ':' : ','} ${named.join(', ')}`
  })
}

/** The chapters and tables of one document in which things stand, each once: places without their ends. */
export function chaptersIn(source: string, citations: readonly Citation[]): string[] {
  const places = citations
    .filter((citation) => citation.source === source)
    .flatMap(({ locator }) => locator?.split('; ') ?? [])
  return [...new Set(places.map((place) => place.split(', ', 1)[0] ?? place))]
}
