import { AFTERWARDS } from '#platform/context.server.ts'
import { addressIn, languageOf } from '#platform/language.ts'

const OURS = 'http://localhost'

/**
 * Where to go after signing in: the address that the page was asked with, when it is one of ours, and otherwise
 * the work that waits.
 */
export function afterwardsOf(request: Request): string {
  const { pathname, searchParams } = new URL(request.url)
  const asked = searchParams.get(AFTERWARDS)
  return (asked === null ? undefined : ownAddress(asked)) ?? addressIn(languageOf(pathname), '/darbs')
}

/** An address of this site, as it is written here; undefined for what leads, or might be read to lead, elsewhere. */
export function ownAddress(text: string): string | undefined {
  if (!/^\/(?![/\\])/.test(text) || /[\p{Cc}\\]/u.test(text)) return undefined
  const url = URL.parse(text, OURS)
  if (!url || url.origin !== OURS || url.pathname.startsWith('//')) return undefined
  return url.pathname + url.search
}

/** The parameter again, for the next page of signing in. */
export const withAfterwards = (address: string, request: Request) => {
  const asked = new URL(request.url).searchParams.get(AFTERWARDS)
  const own = asked === null ? undefined : ownAddress(asked)
  return own === undefined ? address : `${address}?${new URLSearchParams({ [AFTERWARDS]: own })}`
}
