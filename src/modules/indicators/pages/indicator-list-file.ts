import { municipalityContext } from '#modules/registry.context'
import { redirectToList } from '#platform/api/address.ts'
import { readInRequest } from '#platform/context.server.ts'
import { refuse } from '#platform/refuse.ts'
import { indicatorListPath } from '../downloads.ts'
import { LIST_PARAMETERS } from '../list.ts'
import { findCurrentTargetSet } from '../store.server.ts'
import type { Route } from './+types/indicator-list-file'

export const handle = { parameters: LIST_PARAMETERS }

/** Where the table of indicators stood as a file. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const strategy = await readInRequest(context, (tx) => findCurrentTargetSet(tx, municipality.id))
  if (strategy === undefined) refuse(404, 'platform.refused.absent')
  const query = Object.fromEntries(new URL(request.url).searchParams)
  return redirectToList(request, indicatorListPath(strategy), {
    period: query.period,
    verdict: query.verdict,
    reason: query.reason,
    text: query.text,
  })
}
