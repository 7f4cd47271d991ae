import { PgBoss, type WorkHandler } from 'pg-boss'
import { reportFailure } from '../database/away.server.ts'
import { writeAs } from '../database/scope.server.ts'
import type { Database } from '../database/types.server.ts'
import { withRequestNumber } from '../http/request-number.server.ts'
import { kindOf } from '../log.server.ts'
import type { Post } from '../mail/letter.ts'
import { count } from '../metrics.server.ts'
import type { Settings } from '../settings.server.ts'
import { operator } from '../users.ts'
import type { Job, Work } from './job.ts'
import { jobsDatabase } from './jobs-database.server.ts'
import { type JobState, updateProgress } from './progress-store.server.ts'
import { DEAD, DEAD_SETTINGS, queueSettingsOf } from './queue-settings.ts'
import { hearOfJobs } from './wake.server.ts'

/** How often a worker looks for jobs that another process has added; those of its own it hears of. */
const LOOK_S = 10
/** An asker's transaction has most often ended by then. */
const WAKE_MS = [50, 500, 2000]
const PROGRESS_EVERY_MS = 1000
/** What is not done by then is left to the next start, which begins it anew. */
const END_MS = 3000

export type Workers = {
  /** Whether jobs are being done. */
  isRunning: () => boolean
  stop: () => Promise<void>
}

type Options = { db: Database; jobs: readonly Job[]; post: Post; settings: Settings; lookSeconds?: number }

/** Does jobs as they come, and those that begin by themselves, until it is stopped. */
export async function startJobs(options: Options): Promise<Workers> {
  const { db, jobs, lookSeconds = LOOK_S } = options
  const boss = bossOf(db, { supervise: true, schedule: true })
  let isRunning = false
  boss.on('error', (error) => reportFailure('Jobs', error))
  boss.on('warning', () => undefined)
  await boss.start()
  await prepareQueues(boss, jobs)
  // What a process was doing that was killed is taken up at once.
  await boss.supervise()
  const workers = new Map<string, string>()
  for (const job of jobs) {
    const { atOnce: localConcurrency = 1 } = job
    const terms = { pollingIntervalSeconds: lookSeconds, localConcurrency, batchSize: 1 }
    // Where one job was, another may wait: it is looked for at once and not only when looking comes round again.
    const lookOn = () => boss.notifyWorker(workers.get(job.name) ?? '')
    workers.set(job.name, await boss.work(job.name, terms, handlerOf(job, options, lookOn)))
  }
  isRunning = true
  const timers = new Set<NodeJS.Timeout>()
  const stopHearing = hearOfJobs((name) => {
    const worker = workers.get(name)
    if (!worker) return
    for (const after of WAKE_MS) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        boss.notifyWorker(worker)
      }, after).unref()
      timers.add(timer)
    }
  })
  return {
    isRunning: () => isRunning,
    stop: async () => {
      isRunning = false
      stopHearing()
      for (const timer of timers) clearTimeout(timer)
      await boss.stop({ graceful: true, timeout: END_MS })
    },
  }
}

/** What pg-boss does, without starting it: for looking at queues and dealing with dead jobs. */
export const bossOf = (db: Database, does: { supervise: boolean; schedule: boolean }) =>
  new PgBoss({
    db: jobsDatabase(db),
    schema: 'jobs',
    // The same tables on both engines; they come by our migrations.
    backend: 'pglite',
    migrate: false,
    createSchema: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
    superviseIntervalSeconds: 30,
    ...does,
  })

/** Makes the queues of all jobs and brings what was said of them before up to date. */
export async function prepareQueues(boss: PgBoss, jobs: readonly Job[]) {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  if (!known.has(DEAD)) await boss.createQueue(DEAD, DEAD_SETTINGS)
  for (const job of jobs) {
    const settings = queueSettingsOf(job)
    const before = known.get(job.name)
    if (!before) await boss.createQueue(job.name, settings)
    else if (isOther(before, settings)) await boss.updateQueue(job.name, settings)
  }
  await prepareSchedules(boss, jobs)
}

const isOther = (before: object, settings: object) =>
  Object.entries(settings).some(([name, value]) => (before as Record<string, unknown>)[name] !== value)

async function prepareSchedules(boss: PgBoss, jobs: readonly Job[]) {
  const known = new Map((await boss.getSchedules()).map(({ name, cron }) => [name, cron]))
  for (const { name, schedule } of jobs) {
    if (schedule !== undefined && known.get(name) !== schedule) {
      // What was due while nothing ran is made up for once.
      await boss.schedule(name, schedule, {}, { tz: 'Europe/Riga', missed: 'once' })
    }
  }
  const wanted = new Set(jobs.flatMap(({ name, schedule }) => (schedule === undefined ? [] : [name])))
  for (const name of known.keys()) if (!wanted.has(name)) await boss.unschedule(name)
}

function handlerOf(job: Job, { db, post, settings }: Options, lookOn: () => void): WorkHandler<object> {
  return async (batch) => {
    for (const { id, data, signal } of batch) {
      const { note, progress } = progressOf(db, id)
      const work: Work = { jobId: id, progress, post, settings, signal }
      await withRequestNumber(id, async () => {
        try {
          await note('running')
          await job.run(db, job.schema.parse(data), work)
          await note('done')
          count('izaugsme_jobs_ended_total', { job: job.name, result: 'done' })
        } catch (error) {
          count('izaugsme_jobs_ended_total', { job: job.name, result: 'failed' })
          await note('failed').catch(() => undefined)
          reportFailure(`The job ${job.name} failed`, error)
          // What an error says may hold what somebody wrote; the queue keeps its kind.
          throw new Error(kindOf(error))
        } finally {
          lookOn()
        }
      })
    }
  }
}

/** Writes how far a job is, for whoever waits for it; where nobody does, nothing is written to. */
function progressOf(db: Database, jobId: string) {
  let isWaitedFor: boolean | undefined
  let last = 0
  const write = (step: Parameters<typeof updateProgress>[2]) =>
    writeAs(db, operator(), (tx) => updateProgress(tx, jobId, step), { capabilities: ['platform.operate'] })
  const note = async (state: JobState) => {
    if (isWaitedFor === false) return
    isWaitedFor = (await write({ state })) > 0
  }
  const progress: Work['progress'] = async (done, total, text) => {
    if (isWaitedFor === false || performance.now() - last < PROGRESS_EVERY_MS) return
    last = performance.now()
    await write({ state: 'running', done, total: total ?? null, note: text ?? null })
  }
  return { note, progress }
}
