import type { RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { demandSignedIn, placeContext } from '#platform/context.server.ts'
import type { Place } from '#platform/rights/scope.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import { askerIn } from './context.server.ts'
import type { AccountPlace } from './place.ts'

type Asked = { context: Readonly<RouterContextProvider>; request: Request }

/**
 * What a page about others' accounts needs to know: who asks, from where, and about which municipality, or about
 * the country where the address names none.
 */
export function openAccounts({ context, request }: Asked) {
  const municipalityId = context.get(placeContext)
  const where: Place = municipalityId === null ? 'country' : { municipalityId }
  const user = demandSignedIn(context, request)
  return { user, where, place: placeOf(context), administrator: { user, asker: askerIn(context, request) } }
}

function placeOf(context: Asked['context']): AccountPlace {
  if (context.get(placeContext) === null) return { id: COUNTRY, name: null, address: '/darbs/konti' }
  const { id, name, slug } = context.get(municipalityContext).municipality
  return { id, name, address: `/darbs/${slug}/konti` }
}
