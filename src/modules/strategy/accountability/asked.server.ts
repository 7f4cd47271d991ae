import { addTasks, endTasks, findOpenTasksOfKind } from '#modules/work.server'
import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import type { DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Change } from '#platform/write/change.server.ts'
import { actionsOf } from '../model.ts'
import { ownText } from '../own-text.ts'
import { findStrategyByKey, getStrategyTree } from '../store.server.ts'
import { findAccountable } from './accountable-store.server.ts'
import { askingAddress, askingOf } from './addresses.ts'
import { findAttached } from './attached-store.server.ts'
import { type Known, type Lack, lacksOf } from './lacks.ts'

/** Kind of the task to fill in what an action lacks. */
export const MISSING_TASK = 'strategy.missing'

type Place = { municipalityId: string; strategyId: string }

/** What is known of a plan's actions besides the plan. Somebody whose account has ended answers for nothing. */
export async function readKnown(
  tx: DatabaseTransaction,
  { municipalityId, strategyId }: Place,
): Promise<Known> {
  const holders = await findAccountHolders(tx, municipalityId)
  const open = new Set(holders.filter(({ endedOn }) => endedOn === null).map(({ accountId }) => accountId))
  const accountable = await findAccountable(tx, municipalityId, strategyId)
  const attached = await findAttached(tx, { municipalityId, strategyId })
  const answered = [...accountable].filter(([, { accountId }]) => open.has(accountId))
  return { ...attached, accountable: new Set(answered.map(([action]) => action)) }
}

/** What an action is called, and what of it is asked for. */
export type Wanted = { action: string; title: string; lacks: readonly Lack[] }

/**
 * Asks somebody to fill in what actions lack, under a change that is being written: a task for each action, which ends
 * itself. Who has been asked for the very same already is not asked again.
 */
export async function askFor(
  tx: DatabaseTransaction,
  change: Change,
  { slug, plan, accountId, dueOn }: { slug: string; plan: string; accountId: string; dueOn: string },
  wanted: readonly Wanted[],
) {
  const { municipalityId } = change
  const open = await findOpenTasksOfKind(tx, municipalityId, MISSING_TASK)
  const asked = new Set(open.map(({ account_id, address }) => `${account_id} ${address}`))
  const entries = wanted.map(({ action, title, lacks }) => ({
    municipalityId,
    accountId,
    kind: MISSING_TASK,
    subject: ownText('strategy.lacks.task', {
      action: `${action} ${title}`,
      lacks: lacks.map((lack) => ownText(`strategy.lacks.${lack}`)).join(', '),
    }),
    address: askingAddress(slug, { plan, action, lacks }),
    dueOn,
  }))
  await addTasks(
    tx,
    change,
    entries.filter(({ address }) => !asked.has(`${accountId} ${address}`)),
  )
}

/**
 * Ends the tasks to fill in what is there by now, under a change that is being written; also those about actions that
 * are no longer in their plan. One statement while nobody is asked for anything.
 */
export async function settleAsked(tx: DatabaseTransaction, change: Change): Promise<void> {
  const { municipalityId } = change
  const open = await findOpenTasksOfKind(tx, municipalityId, MISSING_TASK)
  const asked = new Map(
    open.flatMap(({ address }) => {
      const asking = address === null ? undefined : askingOf(address)
      return address !== null && asking ? [[address, asking] as const] : []
    }),
  )
  for (const [plan, ofPlan] of Map.groupBy(asked, ([, asking]) => asking.plan)) {
    const lacking = await readLacking(tx, municipalityId, plan)
    for (const [address, { action, lacks }] of ofPlan) {
      const still = lacking.get(action) ?? []
      if (lacks.some((lack) => still.includes(lack))) continue
      await endTasks(tx, change, { kind: MISSING_TASK, address, state: 'done' })
    }
  }
}

async function readLacking(tx: DatabaseTransaction, municipalityId: string, plan: string) {
  const strategy = await findStrategyByKey(tx, plan, municipalityId)
  const tree = strategy && (await getStrategyTree(tx, municipalityId, strategy.id))
  if (!tree) return new Map<string, Lack[]>()
  const known = await readKnown(tx, { municipalityId, strategyId: tree.strategy.id })
  return new Map(actionsOf(tree).map((action) => [action.code, lacksOf(action, known)]))
}
