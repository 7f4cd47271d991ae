import { createContext, type RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { findDraftDataset } from '#platform/draft-dataset/store.server.ts'
import { refuse } from '#platform/refuse.ts'
import { may } from '#platform/users.ts'

/** Draws a public page out of another database than that of the request; set by the application. */
export const pagesOfContext = createContext<(db: Database, path: string) => Promise<Response>>()

/** The draft that a page of the guide is about, and who works on it. @throws Refused (403) */
export async function draftInRequest(context: Readonly<RouterContextProvider>, request: Request) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  if (!may(user, 'platform.draft.edit', { municipalityId })) refuse(403, 'platform.refused.grant')
  const draft = await readInRequest(context, (tx) => findDraftDataset(tx, municipalityId))
  return { user, municipality, municipalityId, draft, db: context.get(databaseContext) }
}
