import type { Database } from '#platform/database/types.server.ts'
import type { Job } from '#platform/jobs/job.ts'
import { platformJobs } from '#platform/jobs/platform-jobs.server.ts'
import { bossOf, prepareQueues } from '#platform/jobs/start-jobs.server.ts'
import { modules } from './modules.server.ts'
import { loadUploadJob } from './uploads/load-upload.job.server.ts'

/** Everything that is done outside of requests. */
export const everyJob: readonly Job[] = [
  ...platformJobs,
  loadUploadJob,
  ...modules.flatMap(({ jobs = [] }) => jobs),
]

/** Makes the queues of all jobs, so that whoever writes may ask for one before a server does any. */
export const prepareJobs = (db: Database) =>
  prepareQueues(bossOf(db, { supervise: false, schedule: false }), everyJob)
