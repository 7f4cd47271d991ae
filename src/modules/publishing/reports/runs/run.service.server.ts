import type { Database, DatabaseTransaction } from '#platform/database/types.server.ts'
import { enqueue } from '#platform/jobs/enqueue.server.ts'
import { refuse } from '#platform/refuse.ts'
import { demand, type User } from '#platform/users.ts'
import { type Change, inChange } from '#platform/write/change.server.ts'
import { revise } from '#platform/write/revise.server.ts'
import type { ReportRun, RunItem } from '../model.ts'
import { intentOf } from '../report.service.server.ts'
import { makeReports } from './make-reports.job.server.ts'
import { findRun, findRunItems, itemRow, RUN_ITEMS, RUNS } from './run-store.server.ts'

type Asked = Pick<ReportRun, 'kind' | 'strategy' | 'asOf' | 'since'> & {
  id: string
  institutionIds: readonly string[]
}

const waiting = (institutionId: string): RunItem => ({
  institutionId,
  state: 'waiting',
  problem: null,
  files: [],
})

/**
 * Asks for a report of each of some institutions: what is to be made, and the job that makes it, are written together.
 * Asked twice under the same id, it is there once.
 */
export async function startRun(
  db: Database,
  user: User,
  municipalityId: string,
  { id, institutionIds, ...run }: Asked,
  now = new Date(),
): Promise<void> {
  demand(user, 'publishing.report.edit', { municipalityId })
  const work = async (tx: DatabaseTransaction, change: Change) => {
    if (await findRun(tx, municipalityId, id)) return
    const row = {
      id,
      kind: run.kind,
      strategy: run.strategy,
      as_of: run.asOf,
      since: run.since,
      asked_by: user.id,
      asked_at: now,
    }
    await revise(tx, change, RUNS, [row])
    const items = [...new Set(institutionIds)].map((one) => itemRow(id, waiting(one)))
    await revise(tx, change, RUN_ITEMS, items)
    await ask(tx, user, municipalityId, id)
  }
  const intent = { ...intentOf(municipalityId, id), action: 'publishing.runAsked' }
  await inChange(db, user, intent, work, { municipalityId })
}

/**
 * Tries anew what could not be made, and goes on with what still waits: its job may have been given up, since it was
 * killed too often. What was made stays as it is.
 */
export async function retryRun(db: Database, user: User, municipalityId: string, id: string): Promise<void> {
  demand(user, 'publishing.report.edit', { municipalityId })
  const work = async (tx: DatabaseTransaction, change: Change) => {
    if (!(await findRun(tx, municipalityId, id))) refuse(404, 'publishing.runs.noSuch')
    const unmade = (await findRunItems(tx, municipalityId, id)).filter(({ state }) => state !== 'done')
    if (unmade.length === 0) return
    await revise(
      tx,
      change,
      RUN_ITEMS,
      unmade.map(({ institutionId }) => itemRow(id, waiting(institutionId))),
    )
    await ask(tx, user, municipalityId, id)
  }
  const intent = { ...intentOf(municipalityId, id), action: 'publishing.runRetried' }
  await inChange(db, user, intent, work, { municipalityId })
}

const ask = (tx: DatabaseTransaction, user: User, municipalityId: string, runId: string) =>
  enqueue(
    tx,
    makeReports,
    { municipalityId, runId },
    { key: runId, waiting: { municipalityId, accountId: user.id } },
  )
