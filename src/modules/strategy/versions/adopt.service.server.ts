import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { contentOf } from '#platform/write/content-of.ts'
import { revise } from '#platform/write/revise.server.ts'
import { settleAsked } from '../accountability/asked.server.ts'
import { findPlanRow, findRowsOf, type ListTable, type StoredRow } from '../edits/rows-store.server.ts'
import type { StrategyTree } from '../model.ts'
import { getStrategyTree } from '../store.server.ts'
import { type Conflict, conflictsIn } from './conflicts.ts'
import { holdDrafts } from './draft.service.server.ts'
import { UNSTATED_ACTION } from './unstated-action.ts'
import type { Proposal, Target } from './version.ts'
import {
  asProposal,
  asVersion,
  findProposalRows,
  findVersionRow,
  PROPOSALS,
  VERSIONS,
} from './version-store.server.ts'

type Asked = {
  municipalityId: string
  /** The plan's public id. */
  plan: string
  number: number
  /** What the draft was like when its reader agreed to it, see `draftState`. */
  seen: number
}

/** Why nothing was adopted: what no longer applies, or that the draft is another one than was seen. */
type NotAdopted = { conflicts: readonly Conflict[] } | { meanwhile: number }

/** Rises with every change to a draft, its proposals and its decision. */
export const draftState = (version: { revision: number }, proposals: readonly { revision: number }[]) =>
  proposals.reduce((sum, { revision }) => sum + revision, version.revision)

/**
 * Puts a version in force: everything that it proposes is done to the plan, in one transaction, and the plan is called
 * amended. Nothing is done when anything of it no longer applies.
 *
 * @returns undefined once it is adopted
 * @throws Refused (403) for whoever may not adopt; (400) for what is no draft, has no decision or is not in force yet
 */
export async function adoptVersion(
  db: Database,
  user: User,
  { municipalityId, plan, number, seen }: Asked,
  now = () => new Date(),
): Promise<NotAdopted | undefined> {
  demand(user, 'strategy.adopt', { municipalityId })
  const work = async (tx: DatabaseTransaction, begun: Change) => {
    await holdDrafts(tx, municipalityId)
    // From here on nobody else writes the plan, so whatever is later than this is later in truth.
    const change = { ...begun, at: now() }
    const strategy = (await findPlanRow(tx, municipalityId, plan)) ?? refuse(404, 'strategy.versions.noPlan')
    const row = await findVersionRow(tx, { municipalityId, strategyId: strategy.id, number })
    if (row?.state !== 'draft') refuse(400, 'strategy.versions.notDraft')
    const { decision } = asVersion(row)
    if (!decision) refuse(400, 'strategy.versions.noDecision')
    if (decision.inForceOn > municipalDay(change.at)) refuse(400, 'strategy.versions.notYet')
    const rows = await findProposalRows(tx, municipalityId, row.id)
    const state = draftState(row, rows)
    if (state !== seen) throw new NothingAdopted({ meanwhile: state })
    const standing = rows.filter(({ withdrawn_at }) => !withdrawn_at)
    const tree = await getStrategyTree(tx, municipalityId, strategy.id)
    if (!tree) refuse(404, 'strategy.versions.noPlan')
    const proposals = standing.map(asProposal)
    const conflicts = conflictsIn(tree, proposals)
    if (conflicts.length > 0) throw new NothingAdopted({ conflicts })
    const place = { municipalityId, strategyId: strategy.id }
    await writePlan(tx, change, { place, tree, proposals, on: decision.inForceOn })
    await settleAsked(tx, change)
    await revise(
      tx,
      change,
      PROPOSALS,
      standing.map((one) => contentOf(one)),
    )
    await revise(tx, change, VERSIONS, [{ ...contentOf(row), state: 'adopted', adopted_at: change.at }])
    await revise(tx, change, { table: 'strategy.strategy', key: ['key'], hasId: true }, [
      { ...contentOf(strategy), version: 'amended' },
    ])
  }
  const intent = {
    municipalityId,
    stream: 'plan',
    origin: 'form',
    action: 'version.adopted',
    subject: `${plan}/${number}`,
    isPublic: true,
    at: new Date(),
  } as const
  try {
    await inChange(db, user, intent, work, { municipalityId })
    return undefined
  } catch (error) {
    if (error instanceof NothingAdopted) return error.answer
    throw error
  }
}

const TABLE_OF = {
  goal: 'strategy.goal',
  direction: 'strategy.direction',
  action: 'strategy.action',
} as const satisfies Record<Target, ListTable>

type Adopting = {
  place: { municipalityId: string; strategyId: string }
  tree: StrategyTree
  proposals: readonly Proposal[]
  on: string
}

/** Does to the plan's rows what is proposed; what stays as it is keeps its revision. */
async function writePlan(tx: DatabaseTransaction, change: Change, { place, proposals, on }: Adopting) {
  for (const [target, table] of Object.entries(TABLE_OF) as [Target, ListTable][]) {
    const own = proposals.filter((one) => one.target === target && one.kind !== 'keep')
    if (own.length === 0) continue
    const stored = new Map((await findRowsOf(tx, table, place)).map((row) => [String(row.code), row]))
    const contents = own.map((one) => contentAfter(stored.get(one.code), one, { ...place, on }))
    await revise(tx, change, { table, key: ['strategy_id', 'code' as never] }, contents as never)
  }
}

function contentAfter(
  row: StoredRow | undefined,
  { code, kind, fields, into, reason }: Proposal,
  { strategyId, on }: { strategyId: string; on: string },
) {
  if (kind === 'add') return { ...UNSTATED_ACTION, strategy_id: strategyId, code, ...fields }
  const { withdrawn_at, ...stored } = row ? contentOf(row) : refuse(400, 'strategy.versions.noSuch')
  if (kind === 'change') return { ...stored, ...fields }
  return {
    ...stored,
    ended_on: on,
    end_reason_lv: reason.lv,
    end_reason_en: reason.en,
    merged_into: kind === 'merge' ? into : null,
  }
}

/** Ends the transaction, of which nothing is to be kept. */
class NothingAdopted extends Error {
  readonly answer: NotAdopted
  constructor(answer: NotAdopted) {
    super('nothing was adopted')
    this.answer = answer
  }
}
