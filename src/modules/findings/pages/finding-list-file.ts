import { municipalityContext } from '#modules/registry.context'
import { redirectToList, unlessWrong } from '#platform/api/address.ts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { familiesContext } from '../context.server.ts'
import { findingListPath, findingQuery } from '../downloads.ts'
import { FINDING_PARAMETERS, SEVERAL_PARAMETERS } from '../filter.ts'
import { startReading } from '../gather.ts'
import { readAskedFilter } from '../read-page.server.ts'
import type { Route } from './+types/finding-list-file'

export const handle = {
  parameters: FINDING_PARAMETERS,
  several: SEVERAL_PARAMETERS,
  brought: 'findingFacets',
}

/** Where the findings stood as a file. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const families = context.get(familiesContext)
  const asked = new AskedValues(request)
  const filter = await readInRequest(context, (tx) =>
    readAskedFilter(startReading(tx, { municipalityId: municipality.id }), families, asked),
  )
  return unlessWrong(request, asked, () =>
    redirectToList(request, findingListPath(municipality.slug), findingQuery(filter)),
  )
}
