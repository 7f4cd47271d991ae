import { readRoleHolders } from '#modules/people.server'
import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findRowsOf, type PlanPlace } from '../edits/rows-store.server.ts'
import { type Accountable, findAccountable } from './accountable-store.server.ts'

const ACCOUNTABLE = { table: 'strategy.action_accountable', key: ['strategy_id', 'action'] } as const

/** Who is to answer for an action. */
export type Appointment = Accountable & { action: string }

/** What is wrong with appointments, by code of action. */
type Problems = Readonly<Record<string, readonly Complaint[]>>

/**
 * Says who answers for actions of a plan, of one or of many: all of it or none. Who answered before does no longer. Only
 * who holds a role of the municipality or of one of its institutions can be chosen; whoever is named already may stay.
 *
 * @returns what is wrong, by code of action; empty when it was written
 * @throws Refused (403) without the capability
 */
export async function setAccountable(
  db: Database,
  user: User,
  plan: PlanPlace & { key: string },
  appointments: readonly Appointment[],
): Promise<Problems> {
  const { municipalityId } = plan
  demand(user, 'strategy.edit', { municipalityId })
  const intent = {
    municipalityId,
    stream: 'planning',
    origin: 'form',
    action: 'accountable.set',
    subject: plan.key,
    isPublic: false,
    at: new Date(),
  } as const
  const able = await readAble(db, municipalityId)
  const write = (tx: DatabaseTransaction, change: Change) => appoint(tx, change, plan, { appointments, able })
  const { result } = await inChange(db, user, intent, write, { municipalityId })
  return result
}

/** Accounts that can be chosen to answer for actions today. */
export async function readAble(db: Database, municipalityId: string): Promise<ReadonlySet<string>> {
  return new Set((await readRoleHolders(db, municipalityId)).map(({ accountId }) => accountId))
}

/**
 * The same under a change that is being written.
 *
 * @param able accounts that can be chosen
 */
export async function appoint(
  tx: DatabaseTransaction,
  change: Change,
  { municipalityId, strategyId }: PlanPlace,
  { appointments, able }: { appointments: readonly Appointment[]; able: ReadonlySet<string> },
): Promise<Problems> {
  const holders = await findAccountHolders(tx, municipalityId)
  const names = new Map(
    holders.filter(({ endedOn }) => endedOn === null).map(({ accountId, name }) => [accountId, name]),
  )
  const before = await findAccountable(tx, municipalityId, strategyId)
  const actions = await findRowsOf(tx, 'strategy.action', { municipalityId, strategyId })
  const codes = new Set(actions.filter((row) => !row.withdrawn_at).map((row) => row.code))
  const problems: Record<string, Complaint[]> = {}
  for (const { action, accountId, deputyId } of appointments) {
    const found: Complaint[] = []
    const named = before.get(action)
    const isRoleless = (id: string) => !able.has(id) && id !== named?.accountId && id !== named?.deputyId
    if (!codes.has(action)) found.push({ reason: 'strategy.accountable.noAction' })
    const name = names.get(accountId)
    if (name === undefined) found.push({ reason: 'strategy.accountable.noAccount' })
    else if (isRoleless(accountId)) found.push({ reason: 'strategy.accountable.noRole', values: { name } })
    if (deputyId !== null) {
      const deputy = names.get(deputyId)
      if (deputy === undefined) found.push({ reason: 'strategy.accountable.noDeputy' })
      else if (isRoleless(deputyId))
        found.push({ reason: 'strategy.accountable.deputyNoRole', values: { name: deputy } })
    }
    if (deputyId === accountId) found.push({ reason: 'strategy.accountable.sameDeputy' })
    if (found.length > 0) problems[action] = found
  }
  if (Object.keys(problems).length > 0) return problems
  const rows = appointments.map(({ action, accountId, deputyId }) => ({
    strategy_id: strategyId,
    action,
    account_id: accountId,
    deputy_id: deputyId,
  }))
  await revise(tx, change, ACCOUNTABLE, rows)
  return {}
}
