import type { Job } from './job.ts'

/** Where jobs go that were tried in vain. */
export const DEAD = 'dead'

const DAY_S = 24 * 60 * 60

/** How pg-boss keeps a job, as its queues say it. */
export function queueSettingsOf({ retry, longestSeconds = 900 }: Pick<Job, 'retry' | 'longestSeconds'>) {
  const { limit, delaySeconds, longestDelaySeconds = 900 } = retry ?? { limit: 6, delaySeconds: 30 }
  return {
    retryLimit: limit,
    retryDelay: delaySeconds,
    retryBackoff: true,
    retryDelayMax: longestDelaySeconds,
    expireInSeconds: longestSeconds,
    // A process that was killed shows no sign of life, and another goes on.
    heartbeatSeconds: 60,
    retentionSeconds: 14 * DAY_S,
    deleteAfterSeconds: DAY_S,
    deadLetter: DEAD,
  }
}

/** Of the jobs that were tried in vain: they wait for the operator. */
export const DEAD_SETTINGS = { retryLimit: 0, retentionSeconds: 90 * DAY_S, deleteAfterSeconds: 90 * DAY_S }
