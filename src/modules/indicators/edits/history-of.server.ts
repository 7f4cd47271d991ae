import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Part } from './parts.ts'
import { findTargetSetRow } from './rows-store.server.ts'
import type { SeriesRow } from './rules-of.ts'
import type { IndicatorScope } from './scope.server.ts'

type About = {
  part: Part
  scope: IndicatorScope
  /** That the part is about. */
  series: SeriesRow | undefined
  /** That was just added. */
  added: SeriesRow | undefined
}

/** Where the earlier states of what a part of an indicator is about are: a table, and the beginning of a key. */
export async function historyOf(tx: DatabaseTransaction, { part, scope, series, added }: About) {
  const ofTable = (table: string, ...key: string[]) => ({ table: `indicators.${table}`, key })
  if (part === 'metodes') return ofTable('methodology', scope.row.id)
  if (part === 'vertibas' && series) return ofTable('observation', series.id)
  if (part === 'rindas' && added) return ofTable('series', scope.catalogue, added.key)
  const isOfPlan = part === 'merki' || part === 'baze'
  const set = isOfPlan ? await findTargetSetRow(tx, scope) : undefined
  if (set && series) return ofTable(part === 'baze' ? 'baseline' : 'target', set.id, series.id)
  return ofTable('indicator', scope.catalogue, scope.code)
}
