import { municipalityContext } from '#modules/registry.context'
import { redirectToList } from '#platform/api/address.ts'
import { readInRequest } from '#platform/context.server.ts'
import { refuse } from '#platform/refuse.ts'
import { observationListPath } from '../downloads.ts'
import { findCurrentTargetSet } from '../store.server.ts'
import type { Route } from './+types/indicator-file'

export const handle = { parameters: [] }

/** Where the figures of one indicator stood as a file. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { municipality, plan } = context.get(municipalityContext)
  const strategy = plan ?? (await readInRequest(context, (tx) => findCurrentTargetSet(tx, municipality.id)))
  if (strategy === undefined) refuse(404, 'platform.refused.absent')
  return redirectToList(request, observationListPath(strategy), { indicator: params.code })
}
