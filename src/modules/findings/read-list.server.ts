import type { RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { familiesContext } from './context.server.ts'
import { wordsOf } from './family.ts'
import { readFindingFilter } from './filter.ts'
import { startReading } from './gather.ts'
import { findEditedGuidance } from './guidance-store.server.ts'
import { readFindingsPage } from './read-page.server.ts'

/** The page of the list of findings that an address asks for. */
export async function readFindingList(context: Readonly<RouterContextProvider>, request: Request) {
  const { municipality } = context.get(municipalityContext)
  const families = context.get(familiesContext)
  const query = new URL(request.url).searchParams
  const facets = families.flatMap((family) => family.facets.map(({ name }) => name))
  const filter = readFindingFilter(query, facets)
  const reading = await readInRequest(context, async (tx) => {
    const asked = { page: new AskedValues(query).page(), at: query.get('at') }
    const place = startReading(tx, { municipalityId: municipality.id })
    const read = await readFindingsPage(place, families, filter, asked)
    return { read, guidance: await findEditedGuidance(tx, municipality.id) }
  })
  return { municipality, families: wordsOf(families), ...reading, filter }
}
