import { municipalityContext } from '#modules/registry.context'
import { readInRequest } from '#platform/context.server.ts'
import { csvResponse } from '#platform/csv.ts'
import { refuse } from '#platform/refuse.ts'
import { actionRows } from '../action-records.ts'
import { findCurrentTree } from '../current-strategy.server.ts'
import type { Route } from './+types/actions-csv'

/** The action plan as a table for a spreadsheet. */
export async function loader({ context }: Route.LoaderArgs) {
  const { municipality } = context.get(municipalityContext)
  const tree = await readInRequest(context, (tx) => findCurrentTree(tx, municipality.id))
  if (!tree) refuse(404, 'platform.refused.absent')
  const { columns, rows } = actionRows(tree)
  return csvResponse(`${tree.strategy.key}-actions.csv`, columns, rows)
}
