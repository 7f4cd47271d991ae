import { redirect } from 'react-router'
import { addressIn, languageOf } from '#platform/language.ts'
import { collectionHome } from '../addresses.ts'
import type { DataCall } from '../model.ts'

/**
 * Leads to a poll's own short page, on which it is answered and read: that one tells nobody what others chose before it
 * has closed.
 *
 * @throws a redirect where the call is a poll
 */
export function leaveToPoll(request: Request, slug: string, { kind, key }: Pick<DataCall, 'kind' | 'key'>) {
  if (kind !== 'poll') return
  const address = `${collectionHome(slug)}/aptaujas/${key}`
  throw redirect(addressIn(languageOf(new URL(request.url).pathname), address), 303)
}
