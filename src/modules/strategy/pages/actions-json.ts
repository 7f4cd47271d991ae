import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { refuse } from '#platform/refuse.ts'
import { actionRecords } from '../action-records.ts'
import { findCurrentTree } from '../current-strategy.server.ts'
import type { Route } from './+types/actions-json'

/** The action plan for programs. */
export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const tree = await readInRequest(context, (tx) => findCurrentTree(tx, municipality.id))
  if (!tree) refuse(404, 'platform.refused.absent')
  return Response.json(actionRecords(tree))
}
