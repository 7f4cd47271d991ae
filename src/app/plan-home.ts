import { redirect } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { addressIn, languageOf } from '#platform/language.ts'
import type { Route } from './+types/plan-home'

export const handle = { parameters: [] }

/** A plan begins with its strategy. */
export function loader({ context, request }: Route.LoaderArgs) {
  const { home } = context.get(municipalityContext)
  return redirect(addressIn(languageOf(new URL(request.url).pathname), `${home}/strategija`))
}
