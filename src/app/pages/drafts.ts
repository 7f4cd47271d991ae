import { municipalityContext } from '#modules/registry.context'
import { databaseContext, userContext } from '#platform/context.server.ts'
import { receiveDraft } from '#platform/editing/page.server.ts'
import type { Handle } from '#platform/http/address.ts'
import type { Route } from './+types/drafts'

export const handle = { action: 'platform.draft', reads: 'own' } satisfies Handle

/** Where forms keep what is being typed into them. */
export function action({ request, context }: Route.ActionArgs) {
  const { municipality } = context.get(municipalityContext)
  return receiveDraft(context.get(databaseContext), context.get(userContext), municipality.id, request)
}
