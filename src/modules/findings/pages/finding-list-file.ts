import { municipalityContext } from '#modules/registry.context'
import { redirectToList } from '#platform/api/address.ts'
import { familiesContext } from '../context.server.ts'
import { findingListPath, findingQuery } from '../downloads.ts'
import { readFindingFilter } from '../filter.ts'
import type { Route } from './+types/finding-list-file'

/** Where the findings stood as a file. */
export function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const facets = context.get(familiesContext).flatMap((family) => family.facets.map(({ name }) => name))
  const filter = readFindingFilter(new URL(request.url).searchParams, facets)
  return redirectToList(request, findingListPath(municipality.slug), findingQuery(filter))
}
