import type { Found, FoundPlace } from './search-index.ts'

/** How many things of a page of answers. */
export const PAGE_SIZE = 20
/** Stands in addresses for what belongs to no municipality. */
export const COUNTRY_PLACE = 'latvija'

export type Choice = { code: string; count: number }
export type PlaceChoice = Choice & { place: FoundPlace }

export const placeCode = (place: FoundPlace) => place?.slug ?? COUNTRY_PLACE

/** One page of what was found, of one kind and place if asked, and how much there is of the others. */
export function narrow(
  found: readonly Found[],
  { kind, place, page }: { kind?: string | undefined; place?: string | undefined; page: number },
) {
  const ofPlace = place === undefined ? found : found.filter((one) => placeCode(one.place) === place)
  const ofKind = kind === undefined ? found : found.filter(({ findable }) => findable.kind === kind)
  const shown = kind === undefined ? ofPlace : ofPlace.filter(({ findable }) => findable.kind === kind)
  const kinds = new Map<string, number>()
  for (const { findable } of ofPlace) kinds.set(findable.kind, (kinds.get(findable.kind) ?? 0) + 1)
  const places = new Map<string, PlaceChoice>()
  for (const one of ofKind) {
    const code = placeCode(one.place)
    places.set(code, { code, place: one.place, count: (places.get(code)?.count ?? 0) + 1 })
  }
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_SIZE))
  const at = Math.min(page, pages)
  return {
    count: shown.length,
    page: at,
    pages,
    items: shown.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE),
    kinds: [...kinds].map(([code, count]): Choice => ({ code, count })),
    places: [...places.values()].toSorted((a, b) => b.count - a.count),
  }
}
