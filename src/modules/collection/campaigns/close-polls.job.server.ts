import { z } from 'zod'
import type { Database } from '#platform/database/types.server.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { closeCountryPolls } from './count-country-polls.server.ts'
import { closeInstitutionPolls } from './count-institution-polls.server.ts'

/** Counts every poll that has closed by now and was not counted yet. */
export async function countClosedPolls(db: Database, now: Date): Promise<void> {
  await closeCountryPolls(db, now)
  await closeInstitutionPolls(db, now)
}

/** Begins at the moment at which a poll closes, and every few minutes besides, for what a restart has missed. */
export const closePolls = defineJob({
  name: 'collection.closePolls',
  schema: z.object({}),
  schedule: '*/5 * * * *',
  run: (db) => countClosedPolls(db, new Date()),
})
