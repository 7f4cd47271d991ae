import type { RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { AskedValues } from '#platform/asked.ts'
import { readInRequest } from '#platform/context.server.ts'
import { readSort } from '#platform/ui/sort.ts'
import { familiesContext } from './context.server.ts'
import { wordsOf } from './family.ts'
import { startReading } from './gather.ts'
import { findEditedGuidance } from './guidance-store.server.ts'
import { readAskedFilter, readFindingsPage } from './read-page.server.ts'
import { RULE_SORTING } from './rule-sorting.ts'

/** The page of the list of findings that an address asks for. @throws Refused when it asks for what there is not */
export async function readFindingList(context: Readonly<RouterContextProvider>, request: Request) {
  const { municipality } = context.get(municipalityContext)
  const families = context.get(familiesContext)
  const asked = new AskedValues(request)
  const reading = await readInRequest(context, async (tx) => {
    const place = startReading(tx, { municipalityId: municipality.id })
    const filter = await readAskedFilter(place, families, asked)
    const read = await readFindingsPage(place, families, filter, asked)
    return { filter, read, guidance: await findEditedGuidance(tx, municipality.id) }
  })
  readSort(asked, RULE_SORTING)
  asked.demandRight()
  return { municipality, families: wordsOf(families), at: asked.text('at'), ...reading }
}
