import { findCurrentStrategy, findStrategiesOf } from '#modules/strategy.server'
import { addressAsOf } from '#platform/as-of/read-as-of.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { EditedTable } from '#platform/editing/edited-tables.ts'
import type { State } from '#platform/editing/states-store.server.ts'
import { municipalDay } from '#platform/rights/day.ts'

/** A state, and the public page that shows it as of its day; none where it was never everybody's, or withdrawn. */
export type ShownState = State & { page: string | undefined }

/** Says of each state of a row where everybody can read it. Two statements, none for rows without such a page. */
export async function withPages(
  tx: DatabaseTransaction,
  municipality: { id: string; slug: string },
  { page }: EditedTable,
  states: readonly State[],
): Promise<ShownState[]> {
  if (!page) return states.map((state) => ({ ...state, page: undefined }))
  const plans = await findStrategiesOf(tx, municipality.id)
  const current = await findCurrentStrategy(tx, municipality.id)
  const place = `/${municipality.slug}`
  return states.map((state) => {
    const { strategy_id, catalogue, key, withdrawn_at } = state.content
    const plan = plans.find((one) => one.id === strategy_id || one.key === (catalogue ?? key))
    if (!plan || !state.isPublic || withdrawn_at) return { ...state, page: undefined }
    const home = plan.key === current?.key ? place : `${place}/plani/${plan.key}`
    return { ...state, page: addressAsOf(`${home}${page(state.content)}`, municipalDay(state.at)) }
  })
}
