import type { RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { COUNTRY } from '#platform/write/data-version.server.ts'

/** Where somebody works on messages: a municipality's workplace, or that of the country's pages. */
export function workplaceOf(
  context: Readonly<RouterContextProvider>,
  params: Readonly<Record<string, string | undefined>>,
) {
  if (params.municipality === undefined)
    return { municipalityId: COUNTRY, municipality: null, home: '/darbs' }
  const { municipality } = context.get(municipalityContext)
  return { municipalityId: municipality.id, municipality, home: `/darbs/${municipality.slug}` }
}
