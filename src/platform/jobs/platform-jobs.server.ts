import { z } from 'zod'
import { writeAs } from '../database/scope.server.ts'
import { removeOrphans } from '../files/remove-orphans.server.ts'
import { operator } from '../users.ts'
import { defineJob, type Job } from './job.ts'
import { deleteProgressBefore } from './progress-store.server.ts'

const MONTH_MS = 30 * 24 * 60 * 60 * 1000

const forgetProgress = defineJob({
  name: 'platform.forgetProgress',
  schema: z.object({}),
  schedule: '20 2 * * *',
  run: (db) =>
    writeAs(db, operator(), (tx) => deleteProgressBefore(tx, new Date(Date.now() - MONTH_MS)), {
      capabilities: ['platform.operate'],
    }),
})

/** What the platform itself does outside of requests. */
export const platformJobs: readonly Job[] = [forgetProgress, removeOrphans]
