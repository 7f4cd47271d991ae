import { findAccountHolders } from '#platform/accounts/holders-store.server.ts'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import type { Complaint } from '#platform/forms/form.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { findRowsOf, type PlanPlace } from '../edits/rows-store.server.ts'
import type { Accountable } from './accountable-store.server.ts'

const ACCOUNTABLE = { table: 'strategy.action_accountable', key: ['strategy_id', 'action'] } as const

/** Who is to answer for an action. */
export type Appointment = Accountable & { action: string }

/** What is wrong with appointments, by code of action. */
type Problems = Readonly<Record<string, readonly Complaint[]>>

/**
 * Says who answers for actions of a plan, of one or of many: all of it or none. Who answered before does no longer.
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
  const write = (tx: DatabaseTransaction, change: Change) => appoint(tx, change, plan, appointments)
  const { result } = await inChange(db, user, intent, write, { municipalityId })
  return result
}

/** The same under a change that is being written. */
export async function appoint(
  tx: DatabaseTransaction,
  change: Change,
  { municipalityId, strategyId }: PlanPlace,
  appointments: readonly Appointment[],
): Promise<Problems> {
  const holders = await findAccountHolders(tx, municipalityId)
  const accounts = new Set(holders.filter((one) => one.endedOn === null).map((one) => one.accountId))
  const actions = await findRowsOf(tx, 'strategy.action', { municipalityId, strategyId })
  const codes = new Set(actions.filter((row) => !row.withdrawn_at).map((row) => row.code))
  const problems: Record<string, Complaint[]> = {}
  for (const { action, accountId, deputyId } of appointments) {
    const found: Complaint['reason'][] = []
    if (!codes.has(action)) found.push('strategy.accountable.noAction')
    if (!accounts.has(accountId)) found.push('strategy.accountable.noAccount')
    if (deputyId !== null && !accounts.has(deputyId)) found.push('strategy.accountable.noDeputy')
    if (deputyId === accountId) found.push('strategy.accountable.sameDeputy')
    if (found.length > 0) problems[action] = found.map((reason) => ({ reason }))
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
