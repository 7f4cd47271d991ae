import { municipalityContext } from '#modules/registry.context'
import { redirectToList, unlessWrong } from '#platform/api/address.ts'
import { AS_OF, askAsOf } from '#platform/as-of/read-as-of.ts'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { refuse } from '#platform/refuse.ts'
import {
  ACTION_PARAMETERS,
  readActionFilter,
  SEVERAL_ACTION_PARAMETERS,
  writeActionFilter,
} from '../action-query.ts'
import { actionListPath } from '../downloads.ts'
import { findCurrentStrategy } from '../store.server.ts'
import type { Route } from './+types/action-list-file'

export const handle = { parameters: [...ACTION_PARAMETERS, AS_OF], several: SEVERAL_ACTION_PARAMETERS }

/** Where the plan stood as a file. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { municipality, plan } = context.get(municipalityContext)
  const current = () => readInRequest(context, (tx) => findCurrentStrategy(tx, municipality.id))
  const strategy = plan ?? (await current())?.key
  if (strategy === undefined) refuse(404, 'platform.refused.absent')
  const asked = new AskedValues(request)
  const [filter, asOf] = [readActionFilter(asked), askAsOf(asked)?.until.toISOString()]
  return unlessWrong(request, asked, () =>
    redirectToList(request, actionListPath(strategy), { ...writeActionFilter(filter), asOf }),
  )
}
