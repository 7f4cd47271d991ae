import type { RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { readPage } from '#platform/ui/read-page.ts'
import { familiesContext } from './context.server.ts'
import { wordsOf } from './family.ts'
import { readFindingFilter } from './filter.ts'
import { startReading } from './gather.ts'
import { readFindingsPage } from './read-page.server.ts'

/** The page of the list of findings that an address asks for. */
export async function readFindingList(context: Readonly<RouterContextProvider>, request: Request) {
  const { municipality } = context.get(municipalityContext)
  const families = context.get(familiesContext)
  const query = new URL(request.url).searchParams
  const facets = families.flatMap((family) => family.facets.map(({ name }) => name))
  const filter = readFindingFilter(query, facets)
  const read = await readInRequest(context, (tx) =>
    readFindingsPage(startReading(tx, { municipalityId: municipality.id }), families, filter, {
      page: readPage(query),
      at: query.get('at'),
    }),
  )
  return { municipality, families: wordsOf(families), read, filter }
}
