import { redirect } from 'react-router'
import { findMunicipality } from '#modules/registry.server'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import { fold } from '#platform/texts/fold.ts'

/**
 * Leads on to the municipality whose name in addresses was written with capitals or diacritics, with all that was
 * asked: `/Liepāja/raditaji?text=x` is at home at `/liepaja/raditaji?text=x`.
 *
 * @throws a redirect, where there is such a municipality
 */
export async function redirectToWrittenName(tx: DatabaseTransaction, asked: string, request: Request) {
  const slug = fold(asked)
  if (slug === asked || !(await findMunicipality(tx, slug))) return
  const { pathname, search } = new URL(request.url)
  const segments = pathname.split('/').map((part) => (decodeURIComponent(part) === asked ? slug : part))
  throw redirect(segments.join('/') + search, 301)
}
