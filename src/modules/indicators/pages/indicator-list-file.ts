import { municipalityContext } from '#modules/registry.context'
import { redirectToList, unlessWrong } from '#platform/api/address.ts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { refuse } from '#platform/refuse.ts'
import { indicatorListPath } from '../downloads.ts'
import { LIST_PARAMETERS, readFilter } from '../list.ts'
import { findCurrentTargetSet } from '../store.server.ts'
import type { Route } from './+types/indicator-list-file'

export const handle = { parameters: LIST_PARAMETERS }

/** Where the table of indicators stood as a file. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality, plan } = context.get(municipalityContext)
  const strategy = plan ?? (await readInRequest(context, (tx) => findCurrentTargetSet(tx, municipality.id)))
  if (strategy === undefined) refuse(404, 'platform.refused.absent')
  const query = new URL(request.url).searchParams
  const filter = Object.fromEntries(LIST_PARAMETERS.map((name) => [name, query.getAll(name).join(',')]))
  const asked = new AskedValues(request)
  readFilter(asked)
  return unlessWrong(request, asked, () => redirectToList(request, indicatorListPath(strategy), filter))
}
