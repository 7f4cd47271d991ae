import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { StrategyTables } from '../tables.server.ts'
import type { Decision, Proposal, Version } from './version.ts'

type Own = Db<StrategyTables>
type VersionRow = StrategyTables['strategy.version']
type ChangeRow = StrategyTables['strategy.version_change']

/** What tells the rows apart. */
export const VERSIONS = { table: 'strategy.version', key: ['id'] } as const
export const PROPOSALS = { table: 'strategy.version_change', key: ['version_id', 'target', 'code'] } as const

/** Versions of a plan after the first, those that were dropped left out; by number. One statement. */
export async function findVersions(db: Own, municipalityId: string, strategyId: string): Promise<Version[]> {
  const rows = await db
    .selectFrom('strategy.version')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where('state', '<>', 'dropped')
    .orderBy('number')
    .execute()
  return rows.map(asVersion)
}

/** The row of a version as it is stored, dropped ones left out. */
export const findVersionRow = (
  db: Own,
  { municipalityId, strategyId, number }: { municipalityId: string; strategyId: string; number: number },
): Promise<VersionRow | undefined> =>
  db
    .selectFrom('strategy.version')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('strategy_id', '=', strategyId)
    .where('number', '=', number)
    .where('state', '<>', 'dropped')
    .executeTakeFirst()

/** Rows of what a version proposes or has done, those taken back included. */
export const findProposalRows = (db: Own, municipalityId: string, versionId: string): Promise<ChangeRow[]> =>
  db
    .selectFrom('strategy.version_change')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('version_id', '=', versionId)
    .orderBy('target')
    .orderBy('code')
    .execute()

/** What a version proposes or has done; goals first, each kind by code. One statement. */
export async function findProposals(db: Own, municipalityId: string, versionId: string): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('strategy.version_change')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('version_id', '=', versionId)
    .where(isShown())
    .execute()
  return rows.map(asProposal).toSorted(inOrder)
}

/** Whether a change has written a version that is no draft any more, or what such a one proposes. */
export async function touchesAdopted(db: Own, municipalityId: string, changeId: string): Promise<boolean> {
  const versions = await db
    .selectFrom('strategy.version')
    .select(['id', 'change_id'])
    .where('municipality_id', '=', municipalityId)
    .where('state', '<>', 'draft')
    .execute()
  if (versions.some(({ change_id }) => change_id === changeId)) return true
  if (versions.length === 0) return false
  const change = await db
    .selectFrom('strategy.version_change')
    .select('code')
    .where('municipality_id', '=', municipalityId)
    .where('change_id', '=', changeId)
    .where(
      'version_id',
      'in',
      versions.map(({ id }) => id),
    )
    .executeTakeFirst()
  return change !== undefined
}

export const asVersion = (row: VersionRow): Version => ({
  id: row.id,
  strategyId: row.strategy_id,
  number: row.number,
  state: row.state,
  kind: row.kind,
  reason: { lv: row.reason_lv, en: row.reason_en ?? row.reason_lv },
  decision: decisionOf(row),
  adoptedAt: row.adopted_at,
  revision: row.revision,
})

function decisionOf(row: VersionRow): Decision | null {
  const { decision_number: number, decided_on: decidedOn, minutes, in_force_on: inForceOn } = row
  return number === null || decidedOn === null || inForceOn === null
    ? null
    : { number, decidedOn, minutes, inForceOn }
}

export const asProposal = (row: ChangeRow): Proposal => ({
  target: row.target,
  code: row.code,
  kind: row.kind,
  fields: row.fields,
  was: row.was,
  into: row.into_code,
  reason: { lv: row.reason_lv, en: row.reason_en ?? row.reason_lv },
  revision: row.revision,
})

const codes = new Intl.Collator('lv', { numeric: true })
const ORDER = { goal: 0, direction: 1, action: 2 } as const
const inOrder = (a: Proposal, b: Proposal) =>
  ORDER[a.target] - ORDER[b.target] || codes.compare(a.code, b.code)
