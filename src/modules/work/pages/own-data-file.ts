import { demandSignedIn, personalDataContext, readInRequest } from '#platform/context.server.ts'
import { collect } from '#platform/personal-data/collect.server.ts'
import type { Route } from './+types/own-data-file'

export const handle = { reads: 'own' }

/** Everything that is kept of whoever has signed in, as a file. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const user = demandSignedIn(context, request)
  const whose = { kind: 'account', accountId: user.id } as const
  const collected = await readInRequest(context, (tx) =>
    collect(tx, context.get(personalDataContext), whose, undefined),
  )
  const body = {
    account: user.id,
    asOf: new Date(),
    kept: collected.map(({ entry, rows }) => ({ what: entry.key, rows })),
  }
  return Response.json(body, { headers: { 'content-disposition': 'attachment; filename="mani-dati.json"' } })
}
