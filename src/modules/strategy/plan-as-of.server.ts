import { type findStatesAsOf, findStatesWithin } from '#platform/write/states-as-of.server.ts'
import type { Content } from '#platform/write/stored.ts'
import type { ListRow, StrategyTreeRows } from './assemble.ts'

type Readable = Parameters<typeof findStatesAsOf>[0]
type Place = { municipalityId: string; strategyId: string; asOf: Date }

/** Where each of the plain lists is kept, and what the text beside its titles is called there. */
const LISTS = {
  value: { table: 'strategy.value', more: 'meaning' },
  goal: { table: 'strategy.goal', more: 'aim' },
  direction: { table: 'strategy.direction', more: undefined },
  externalFactor: { table: 'strategy.external_factor', more: 'effect' },
  recommendation: { table: 'strategy.recommendation', more: undefined },
} as const

const TABLES = [
  ...Object.values(LISTS).map(({ table }) => table),
  'strategy.action',
  'strategy.programme',
  'strategy.programme_direction',
  'strategy.claim',
  'strategy.goal_indicator',
]

/** What stands in a plan, without the plan's own row. */
export type PlanRows = Omit<StrategyTreeRows, 'strategy' | 'statuses'>

/**
 * The rows of a plan as they were at an instant. What came later is not there: nobody could read it on that day; so
 * with what the reader may not see the earlier states of. One statement.
 *
 * @param rows every row, those withdrawn since included
 */
export async function describePlanAsOf(
  db: Readable,
  { municipalityId, strategyId, asOf }: Place,
  rows: PlanRows,
): Promise<PlanRows> {
  const stateOf = await findStatesWithin(db, { municipalityId, tables: TABLES, within: strategyId, asOf })
  const were = <Row extends object>(all: readonly Row[], table: string, keyOf: (row: Row) => string) =>
    all.flatMap((row) => asItWas(row, stateOf(table, keyOf(row))))
  return {
    lists: rows.lists.flatMap((row) => listAsItWas(row, stateOf(LISTS[row.list].table, row.code))),
    actions: were(rows.actions, 'strategy.action', ({ code }) => code).sort(inOrder),
    programmes: were(rows.programmes, 'strategy.programme', ({ code }) => code).sort(inOrder),
    links: were(
      rows.links,
      'strategy.programme_direction',
      ({ programme, direction }) => `${programme}·${direction}`,
    ),
    claims: were(rows.claims, 'strategy.claim', ({ key }) => key),
    goalIndicators: were(rows.goalIndicators, 'strategy.goal_indicator', (row) => row.indicator_id),
  }
}

/** Columns that say nothing of the thing itself; the history does not keep them with its states. */
const KEPT = ['municipality_id', 'id', 'revision', 'changed_at', 'change_id', 'is_public'] as const

/**
 * A row with what its state says; none without a state, or when it was withdrawn then. What the state does not say was
 * not known to anybody, and never what is known now.
 */
export function asItWas<Row extends object>(row: Row, state: Content | undefined): Row[] {
  if (!state || state.withdrawn_at) return []
  const isKept = (column: string) => KEPT.some((one) => one === column) && !(column in state)
  const cells = Object.entries(row).map(([column, now]) => [
    column,
    isKept(column) ? now : (state[column] ?? null),
  ])
  return [Object.fromEntries(cells) as Row]
}

function listAsItWas(row: ListRow, state: Content | undefined): ListRow[] {
  const { more } = LISTS[row.list]
  const named = state && {
    ...state,
    list: row.list,
    parent: row.list === 'direction' ? state.goal : null,
    more_lv: more ? state[`${more}_lv`] : null,
    more_en: more ? state[`${more}_en`] : null,
  }
  return asItWas(row, named)
}

type Placed = { position: number; code: string }
const inOrder = (a: Placed, b: Placed) => a.position - b.position || (a.code < b.code ? -1 : 1)
