import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { DatabaseTransaction } from '../database/types.server.ts'
import type { Job } from './job.ts'
import { insertProgress } from './progress-store.server.ts'
import { queueSettingsOf } from './queue-settings.ts'
import { tellOfJob } from './wake.server.ts'

type Terms = {
  /** Not before this moment. */
  startAfter?: Date
  /** As long as a job with this key waits, another with it is not added: an id, or ids joined by `:`. */
  key?: string
  /** Who waits for it and may see how far it is. */
  waiting?: { municipalityId: string; accountId: string }
}

/**
 * Puts a job into the queue within the transaction of whoever asks for it: it is gone with what is undone, and
 * begins only after the commit. For members only: a visitor without an account makes no work.
 *
 * @returns the job's id
 */
export async function enqueue<Schema extends z.ZodType>(
  tx: DatabaseTransaction,
  job: Job<Schema>,
  data: z.infer<Schema>,
  terms: Terms = {},
): Promise<string> {
  const id = uuidv7()
  await insertJobs(tx, job, [{ id, data: job.schema.parse(data), ...terms }])
  if (terms.waiting) await insertProgress(tx, { ...terms.waiting, jobId: id, job: job.name })
  return id
}

/** Puts many jobs of one kind into the queue with one statement. */
export async function enqueueAll<Schema extends z.ZodType>(
  tx: DatabaseTransaction,
  job: Job<Schema>,
  all: readonly (Pick<Terms, 'startAfter' | 'key'> & { data: z.infer<Schema> })[],
): Promise<void> {
  if (all.length === 0) return
  await insertJobs(
    tx,
    job,
    all.map(({ data, ...terms }) => ({ id: uuidv7(), data: job.schema.parse(data), ...terms })),
  )
}

type Row = { id: string; data: unknown; startAfter?: Date; key?: string }

/** What pg-boss itself would insert, without asking for the queue first: who asks may add to it and see nothing. */
async function insertJobs(tx: DatabaseTransaction, job: Job, rows: readonly Row[]) {
  const settings = queueSettingsOf(job)
  const { retryLimit, retryDelay, retryBackoff, retryDelayMax } = settings
  const list = rows.map(({ id, data, startAfter, key }) => ({ id, data, key, startAfter }))
  await sql`
    insert into jobs.job_common (id, name, data, singleton_key, start_after, created_on, expire_seconds,
      deletion_seconds, keep_until, retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter,
      heartbeat_seconds)
    select id, ${job.name}, data, key, coalesce("startAfter", now()), now(), ${settings.expireInSeconds},
      ${settings.deleteAfterSeconds}, coalesce("startAfter", now()) + ${settings.retentionSeconds} * interval '1s',
      ${retryLimit}, ${retryDelay}, ${retryBackoff}, ${retryDelayMax},
      case when key is null then 'standard' else 'short' end, ${settings.deadLetter},
      ${settings.heartbeatSeconds}
    from json_to_recordset(${JSON.stringify(list)}::text::json)
      as one (id uuid, data jsonb, key text, "startAfter" timestamptz)
    on conflict do nothing`.execute(tx)
  tellOfJob(job.name)
}
