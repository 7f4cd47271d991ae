import { moveTasks, withdrawTasks } from '#modules/work.server'
import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { refuse } from '#platform/refuse.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import { formAddress } from '../addresses.ts'
import { recompute } from '../life/recompute.service.server.ts'
import type { DataCall } from '../model.ts'
import { ANSWER_TASK } from './answer-task.ts'
import { findAskedKeys, findSubmissionRows } from './asked-keys-store.server.ts'
import { CALLS, callRow, SUBMISSIONS } from './call-rows.ts'
import { findCall } from './call-store.server.ts'
import { ownText } from './own-text.ts'

type OfCall = { municipalityId: string; slug: string; key: string; why: string }
type OfInstitution = OfCall & { institutionId: string }

/**
 * Gives one institution longer; whoever answers for it is told.
 *
 * @returns what is wrong with the day: it must lie after the call's own last instant and before the lock
 */
export async function extendDue(
  db: Database,
  user: User,
  { institutionId, until, ...of }: OfInstitution & { until: Date },
): Promise<{ problem: 'collection.extend.early' | 'collection.extend.late' } | undefined> {
  return inOpenCall(db, user, of, 'call.extended', async (tx, change, call) => {
    if (until <= call.dueAt || until <= change.at) return { problem: 'collection.extend.early' as const }
    if (until >= call.locksAt) return { problem: 'collection.extend.late' as const }
    const { row, address } = await findRow(tx, call, { ...of, institutionId })
    await revise(tx, change, SUBMISSIONS, [{ ...row, extended_to: until }])
    const moving = { kind: ANSWER_TASK, addresses: new Set([address]), dueOn: municipalDay(until) }
    await moveTasks(tx, change, moving, (title) => ownText('collection.told.extended', { title }))
    return undefined
  })
}

/** Expects nothing more of one institution, with the reason. */
export async function excuse(
  db: Database,
  user: User,
  { institutionId, ...of }: OfInstitution,
): Promise<undefined> {
  const callId = await inOpenCall(db, user, of, 'call.excused', async (tx, change, call) => {
    const { row, address } = await findRow(tx, call, { ...of, institutionId })
    await revise(tx, change, SUBMISSIONS, [{ ...row, excused_reason: of.why }])
    await withdrawTasks(tx, change, { kind: ANSWER_TASK, addresses: new Set([address]) })
    return call.id
  })
  // Figures say of how many institutions they are.
  await recompute(db, user, of.municipalityId, callId)
}

/** Withdraws an open call with a reason that everybody reads: nothing more is handed in, and nothing is lost. */
export const withdrawCall = (db: Database, user: User, of: OfCall): Promise<undefined> =>
  inOpenCall(db, user, of, 'call.withdrawn', async (tx, change, call) => {
    await revise(tx, change, CALLS, [callRow({ ...call, state: 'withdrawn', withdrawnReason: of.why })])
    const asked = await findAskedKeys(tx, change.municipalityId, call.id)
    const addresses = new Set(asked.map(({ institution }) => formAddress(of.slug, call.key, institution)))
    await withdrawTasks(tx, change, { kind: ANSWER_TASK, addresses })
    return undefined
  })

/** Does something about a call that is open, under a change with its reason. */
async function inOpenCall<Result>(
  db: Database,
  user: User,
  { municipalityId, key, why }: OfCall,
  action: 'call.extended' | 'call.excused' | 'call.withdrawn',
  work: (tx: DatabaseTransaction, change: Change, call: DataCall) => Promise<Result>,
): Promise<Result> {
  demand(user, 'collection.call.edit', { municipalityId })
  const isPublic = action === 'call.withdrawn'
  const intent = {
    municipalityId,
    stream: isPublic ? 'figures' : 'collection',
    origin: 'form',
    action,
    subject: key,
    why,
    isPublic,
    at: new Date(),
  } as const
  const { result } = await inChange(
    db,
    user,
    intent,
    async (tx, change) => {
      const call = (await findCall(tx, municipalityId, key)) ?? refuse(404, 'collection.notFound')
      if (call.state !== 'open') refuse(403, 'collection.call.notOpen')
      return work(tx, change, call)
    },
    { municipalityId },
  )
  return result
}

async function findRow(
  tx: DatabaseTransaction,
  call: DataCall,
  { municipalityId, slug, institutionId }: OfInstitution,
) {
  const rows = await findSubmissionRows(tx, municipalityId, call.id)
  const keys = await findAskedKeys(tx, municipalityId, call.id)
  const row = rows.find((one) => one.institution_id === institutionId)
  const key = keys.find((one) => one.institutionId === institutionId)
  if (!row || !key) return refuse(404, 'collection.notFound')
  return { row, address: formAddress(slug, call.key, key.institution) }
}
