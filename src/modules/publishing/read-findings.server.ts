import type { RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { refuse } from '#platform/refuse.ts'
import { filterFindings, gatherFindings, readFindingFilter } from './findings.ts'
import { readPublished } from './read-published.server.ts'

/** The findings of the municipality in the address, as far as the address asks for them. */
export async function readAskedFindings(request: Request, context: Readonly<RouterContextProvider>) {
  const { municipality } = context.get(municipalityContext)
  const data = await readInRequest(context, (tx) => readPublished(tx, municipality.id))
  if (!data) refuse(404, 'platform.refused.absent')
  const url = new URL(request.url)
  return {
    slug: municipality.slug,
    /** Where the municipality's pages begin; without the host, since replies are kept for every host. */
    base: `/${municipality.slug}`,
    findings: filterFindings(gatherFindings(data), readFindingFilter(url.searchParams)),
  }
}
