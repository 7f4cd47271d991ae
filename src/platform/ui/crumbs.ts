import type { Crumb, StandingPlace } from './place.ts'

type Asked = {
  pathname: string
  /** How the page is called. */
  title: string
  /** The first page of the site. */
  start: Crumb & { address: string }
  place: StandingPlace | undefined
  /** What the page itself says stands between the place and it, instead of the section. */
  trail: readonly Crumb[] | undefined
}

/**
 * The way down to a page, which is the last of it: the place, the section, what the page says stands between,
 * itself. Nothing on the first page of the site.
 */
export function crumbsOf({ pathname, title, start, place, trail }: Asked): Crumb[] {
  if (pathname === start.address) return []
  const { crumbs, sections } = place ?? { crumbs: [start], sections: [] }
  const above = [...crumbs, ...(trail ?? sectionsAbove(pathname, { crumbs, sections }))]
  const itself = above.findIndex(({ address }) => address === pathname)
  return itself < 0 ? [...above, { label: title, address: pathname }] : above.slice(0, itself + 1)
}

/** The section that a page belongs to, where it is not that section's own page, nor the place itself. */
function sectionsAbove(pathname: string, { crumbs, sections }: StandingPlace): Crumb[] {
  const section = sections.findLast(
    ({ address }) => pathname === address || pathname.startsWith(`${address}/`),
  )
  const isAbove = section && crumbs.every(({ address }) => address !== section.address)
  return isAbove ? [section] : []
}
