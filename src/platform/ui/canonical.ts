import type { Handle } from '../http/address.ts'

/** A parameter that makes another page unless a page says otherwise. */
const PAGE = ['page']

/**
 * The address by which a page is known: without what only sorts it, filters it or shows an earlier state.
 *
 * @param search as it was asked, with `?` in front
 */
export function canonicalOf(
  pathname: string,
  search: string,
  { identifiedBy = PAGE }: Pick<Handle, 'identifiedBy'> = {},
): string {
  const asked = new URLSearchParams(search)
  const kept = identifiedBy.flatMap((name) => {
    const value = asked.get(name)
    return value && !(name === 'page' && value === '1') ? [[name, value]] : []
  })
  return kept.length === 0 ? pathname : `${pathname}?${new URLSearchParams(kept)}`
}
