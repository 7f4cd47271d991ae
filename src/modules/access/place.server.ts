import type { RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, placeContext } from '#platform/context.server.ts'
import { languageOf } from '#platform/language.ts'
import type { Capability } from '#platform/rights/capabilities.ts'
import type { Place } from '#platform/rights/scope.ts'
import { demand, may } from '#platform/users.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'
import type { AccessPlace } from './place.ts'

type Asked = { context: Readonly<RouterContextProvider>; request: Request }

/**
 * What a page about rights needs to know: who asks, in which language, and about which municipality, or about the
 * country where the address names none.
 *
 * @throws a refusal where the user lacks the capability there
 */
export function openAccess({ context, request }: Asked, capability?: Capability) {
  const user = demandSignedIn(context, request)
  const municipalityId = context.get(placeContext)
  const where: Place = municipalityId === null ? 'country' : { municipalityId }
  if (capability) demand(user, capability, where)
  const place: AccessPlace =
    municipalityId === null
      ? { id: COUNTRY, name: null, address: '/darbs/tiesibas' }
      : placeOf(context.get(municipalityContext).municipality)
  return {
    user,
    db: context.get(databaseContext),
    place,
    language: languageOf(new URL(request.url).pathname),
    mayEdit: may(user, 'platform.grant.edit', where),
  }
}

const placeOf = ({
  id,
  name,
  slug,
}: {
  id: string
  name: AccessPlace['name']
  slug: string
}): AccessPlace => ({
  id,
  name,
  address: `/darbs/${slug}/tiesibas`,
})
