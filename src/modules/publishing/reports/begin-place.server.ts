import type { RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn } from '#platform/context.server.ts'
import { demand } from '#platform/users.ts'
import { readChoices } from './read-choices.server.ts'

type Args = { request: Request; context: Readonly<RouterContextProvider> }

/**
 * Who begins reports, of which municipality, and what they can be about.
 *
 * @throws Refused (403) without the right to write reports
 */
export async function readBeginPlace({ request, context }: Args) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  demand(user, 'publishing.report.edit', { municipalityId: municipality.id })
  const db = context.get(databaseContext)
  return { user, municipality, db, choices: await readChoices(db, municipality.id) }
}
