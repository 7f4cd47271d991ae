import { sql } from 'kysely'
import { beginAsJobs } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import { DEAD } from './queue-settings.ts'
import { bossOf } from './start-jobs.server.ts'
import { tellOfJob } from './wake.server.ts'

/** How many jobs of a kind there are. */
export type Queue = {
  job: string
  waiting: number
  running: number
  /** Waits to be tried again. */
  retrying: number
  dead: number
  /** Done within the last day. */
  done: number
  /** Cron expression, in Riga's time. */
  schedule: string | null
}

/** Every kind of job with how many there are; the queue sees all, so the caller asks who may. */
export async function findQueues(db: Database): Promise<Queue[]> {
  return beginAsJobs(db, async (tx) => {
    const { rows } = await sql<Queue>`
      select q.name as job, s.cron as schedule,
        coalesce(sum(1) filter (where j.state = 'created'), 0)::int as waiting,
        coalesce(sum(1) filter (where j.state = 'active'), 0)::int as running,
        coalesce(sum(1) filter (where j.state = 'retry'), 0)::int as retrying,
        coalesce(sum(1) filter (where j.state = 'completed'), 0)::int as done,
        (select count(*)::int from jobs.job d where d.name = ${DEAD} and d.source_name = q.name
          and d.state = 'created') as dead
      from jobs.queue q left join jobs.job j on j.name = q.name left join jobs.schedule s on s.name = q.name
      where q.name <> ${DEAD} and q.name !~ '^__'
      group by q.name, s.cron order by q.name`.execute(tx)
    return rows
  })
}

/** A job that was tried in vain. */
export type DeadJob = {
  id: string
  job: string
  /** When somebody asked for it, and when it was given up. */
  askedAt: Date
  diedAt: Date
  attempts: number
  /** What kind of error ended it. */
  problem: string | null
}

/** Jobs that were tried in vain, the newest first. */
export async function findDead(db: Database, most = 100): Promise<DeadJob[]> {
  return beginAsJobs(db, async (tx) => {
    const { rows } = await sql<DeadJob>`
      select id, source_name as job, coalesce(source_created_on, created_on) as "askedAt", created_on as "diedAt",
        coalesce(source_retry_count, 0) + 1 as attempts,
        coalesce(source_output ->> 'message', source_output -> 'value' ->> 'message') as problem
      from jobs.job where name = ${DEAD} and state = 'created'
      order by created_on desc, id limit ${most}`.execute(tx)
    return rows
  })
}

/** Has a dead job tried again from the beginning. @returns false where there is none of this id */
export async function retryDead(db: Database, id: string): Promise<boolean> {
  const job = (await findDead(db)).find((one) => one.id === id)?.job
  const boss = bossOf(db, { supervise: false, schedule: false })
  const isMoved = (await boss.redrive(DEAD, { ids: [id] })) > 0
  if (job !== undefined) tellOfJob(job)
  return isMoved
}

/** Gives a dead job up for good. @returns false where there is none of this id */
export async function dropDead(db: Database, id: string): Promise<boolean> {
  return beginAsJobs(db, async (tx) => {
    const { rows } = await sql`delete from jobs.job where name = ${DEAD} and id = ${id} and state = 'created'
      returning id`.execute(tx)
    return rows.length > 0
  })
}
