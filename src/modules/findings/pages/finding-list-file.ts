import { municipalityContext } from '#modules/registry.context'
import { redirectToList } from '#platform/api/address.ts'
import { familiesContext } from '../context.server.ts'
import { findingListPath } from '../downloads.ts'
import { FINDING_PARAMETERS, SEVERAL_PARAMETERS } from '../filter.ts'
import type { Route } from './+types/finding-list-file'

export const handle = {
  parameters: FINDING_PARAMETERS,
  several: SEVERAL_PARAMETERS,
  brought: 'findingFacets',
}

/** Where the findings stood as a file. */
export function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const facets = context.get(familiesContext).flatMap((family) => family.facets.map(({ name }) => name))
  const query = new URL(request.url).searchParams
  const filter = Object.fromEntries(
    [...FINDING_PARAMETERS, ...facets].map((name) => [name, query.getAll(name).join() || undefined]),
  )
  return redirectToList(request, findingListPath(municipality.slug), filter)
}
