import { createContext, type RouterContextProvider } from 'react-router'
import { municipalityContext } from '#modules/registry.context'
import { findCurrentStrategy } from '#modules/strategy.server'
import { databaseContext, demandSignedIn, readInRequest } from '#platform/context.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { findDraftDataset } from '#platform/draft-dataset/store.server.ts'
import { refuse } from '#platform/refuse.ts'
import { may, THE_PUBLIC } from '#platform/users.ts'

/** Draws a public page out of another database than that of the request; set by the application. */
export const pagesOfContext = createContext<(db: Database, path: string) => Promise<Response>>()

/** The draft that a page of the guide is about, and who works on it. @throws Refused (403) */
export async function draftInRequest(context: Readonly<RouterContextProvider>, request: Request) {
  const user = demandSignedIn(context, request)
  const { municipality } = context.get(municipalityContext)
  const municipalityId = municipality.id
  if (!may(user, 'platform.draft.edit', { municipalityId })) refuse(403, 'platform.refused.grant')
  const db = context.get(databaseContext)
  const saved = await readInRequest(context, (tx) => findDraftDataset(tx, municipalityId))
  // Whoever has a public plan is past the beginning, however the plan came in.
  const isPublic =
    (await readAs(db, THE_PUBLIC, (tx) => findCurrentStrategy(tx, municipalityId))) !== undefined
  const draft = isPublic ? { ...saved, state: 'published' as const } : saved
  return { user, municipality, municipalityId, draft, db }
}
