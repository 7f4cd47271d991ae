import { municipalityContext } from '#modules/registry.context'
import { redirectToList } from '#platform/api/address.ts'
import { resultListPath } from '../downloads.ts'
import type { Route } from './+types/survey-file'

export const handle = { parameters: [] }

/** Where the results of a survey stood as a file. */
export function loader({ context, request, params }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  return redirectToList(request, resultListPath(municipality.slug, params.key))
}
