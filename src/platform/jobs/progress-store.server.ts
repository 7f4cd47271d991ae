import type { Generated } from 'kysely'
import type { Db } from '../database/types.server.ts'
import type { TextKey } from '../texts/text.ts'

export interface JobProgressTables {
  'platform.job_progress': {
    municipality_id: string
    id: string
    account_id: string
    job: string
    done: Generated<number>
    total: number | null
    note: TextKey | null
    state: Generated<JobState>
    changed_at: Generated<Date>
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends JobProgressTables {}
}
type Own = Db<JobProgressTables>

export type JobState = 'waiting' | 'running' | 'done' | 'failed'

/** How far a job is that somebody waits for. */
export type JobProgress = {
  jobId: string
  job: string
  done: number
  /** Null as long as nobody knows how much there is. */
  total: number | null
  note: TextKey | null
  state: JobState
  changedAt: Date
}

const asProgress = (row: {
  id: string
  job: string
  done: number
  total: number | null
  note: TextKey | null
  state: JobState
  changed_at: Date
}): JobProgress => {
  const { id: jobId, changed_at: changedAt, ...rest } = row
  return { jobId, changedAt, ...rest }
}

const columns = ['id', 'job', 'done', 'total', 'note', 'state', 'changed_at'] as const

/** A job that an account waits for; undefined where it is none of its own. */
export async function findProgress(db: Own, accountId: string, jobId: string) {
  const row = await db
    .selectFrom('platform.job_progress')
    .select(columns)
    .where('account_id', '=', accountId)
    .where('id', '=', jobId)
    .executeTakeFirst()
  return row && asProgress(row)
}

/** Jobs that an account waits for or has waited for, the newest first. */
export async function findOwnProgress(db: Own, accountId: string, most = 20): Promise<JobProgress[]> {
  const rows = await db
    .selectFrom('platform.job_progress')
    .select(columns)
    .where('account_id', '=', accountId)
    .orderBy('changed_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(asProgress)
}

type Waiting = { municipalityId: string; accountId: string; jobId: string; job: string }

/** Notes that an account waits for a job. */
export async function insertProgress(db: Own, { municipalityId, accountId, jobId, job }: Waiting) {
  await db
    .insertInto('platform.job_progress')
    .values({
      municipality_id: municipalityId,
      id: jobId,
      account_id: accountId,
      job,
      total: null,
      note: null,
    })
    .execute()
}

type Step = { state: JobState; done?: number; total?: number | null; note?: TextKey | null }

/** Notes how far a job is. @returns 0 where nobody waits for it */
export async function updateProgress(db: Own, jobId: string, step: Step): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('platform.job_progress')
    .set({ ...step, changed_at: new Date() })
    .where('id', '=', jobId)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Forgets jobs that ended, or came to nothing, before a moment. */
export async function deleteProgressBefore(db: Own, moment: Date) {
  await db.deleteFrom('platform.job_progress').where('changed_at', '<', moment).execute()
}
