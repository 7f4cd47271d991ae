import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { withdraw } from '#platform/write/withdraw.server.ts'
import type { PlanPartKind } from '../model.ts'
import type { End } from './link-fields.ts'

const COLUMN_OF = {
  goal: 'goal',
  direction: 'direction',
  action: 'action',
  indicator: 'indicator_id',
} as const

type LinkTable = 'strategy.risk_link' | 'strategy.national_link'
type LinkRow = {
  code: string
  revision: number
  withdrawn_at?: Date | null | undefined
  goal: string | null
  direction: string | null
  action: string | null
  indicator_id?: string | null
}

/** The part of the plan that a stored link names. */
export function endOf(row: LinkRow): End {
  const kinds = Object.keys(COLUMN_OF) as PlanPartKind[]
  const kind = kinds.find((one) => (row[COLUMN_OF[one]] ?? null) !== null) ?? 'goal'
  return { kind, code: row[COLUMN_OF[kind]] ?? '' }
}

type Wanted = {
  table: LinkTable
  /** Links of the same risk or goal, those withdrawn included. */
  stored: readonly LinkRow[]
  links: readonly End[]
  /** What all of them share, as the risk, and how their codes begin. */
  shared: Readonly<Record<string, unknown>>
  initial: string
  isPublic: boolean
}

/** Adds the links that are missing, and withdraws those that are no longer wanted, under a change that is being written. */
export async function writeLinks(
  tx: DatabaseTransaction,
  change: Change,
  { table, stored, links, shared, initial, isPublic }: Wanted,
) {
  const target = { table, key: ['strategy_id', 'code'] } as const
  const named = new Map(stored.map((row) => [nameOf(endOf(row)), row]))
  const wanted = new Set(links.map(nameOf))
  const none = table === 'strategy.risk_link' ? { indicator_id: null } : {}
  const contents = links.flatMap((end) => {
    const row = named.get(nameOf(end))
    if (row && !row.withdrawn_at) return []
    const { withdrawn_at, ...kept } = row
      ? contentOf(row)
      : { withdrawn_at: undefined, source_id: null, locator: null }
    const ends = { goal: null, direction: null, action: null, ...none, [COLUMN_OF[end.kind]]: end.code }
    return [{ ...kept, ...shared, ...ends, code: row?.code ?? `${initial}-${end.kind}-${end.code}` }]
  })
  await revise(tx, change, target as never, contents as never)
  for (const row of stored) {
    if (row.withdrawn_at || wanted.has(nameOf(endOf(row)))) continue
    await withdraw(tx, change, target, { ...row, is_public: isPublic })
    change.counts.changed += 1
  }
}

const nameOf = ({ kind, code }: End) => `${kind} ${code}`
