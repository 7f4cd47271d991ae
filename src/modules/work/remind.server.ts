import { z } from 'zod'
import { findMunicipalitySlugs } from '#modules/registry.server'
import { readAs, writeAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { defineJob } from '#platform/jobs/job.ts'
import { municipalDay } from '#platform/rights/day.ts'
import { operator } from '#platform/users.ts'
import { deleteNotificationsBefore } from './notification-store.server.ts'
import { notify } from './notify.service.server.ts'
import { selfReminding } from './task-letters.ts'
import { findTasksDue } from './task-store.server.ts'

/** So many days before its last one a task is reminded of. */
const DAYS_BEFORE = [7, 1]
const DAY_MS = 24 * 60 * 60 * 1000
const YEAR_MS = 365 * DAY_MS

/** Every morning reminds of tasks that are due in a week or tomorrow. */
export const remind = defineJob({
  name: 'work.remind',
  schema: z.object({}),
  schedule: '0 7 * * *',
  run: (db) => remindOfTasks(db, new Date()),
})

/** Reminds of the tasks that are due so many days after a moment, but for those of which their modules remind. Done twice, it reminds once. */
export async function remindOfTasks(db: Database, now: Date): Promise<void> {
  const towns = await readAs(db, operator(), findMunicipalitySlugs)
  const days = DAYS_BEFORE.map((count) => municipalDay(new Date(now.getTime() + count * DAY_MS)))
  for (const municipalityId of towns.values()) {
    const within = { municipalityId }
    const keeper = operator(municipalityId)
    const due = await readAs(
      db,
      keeper,
      (tx) => findTasksDue(tx, municipalityId, days, { without: selfReminding() }),
      within,
    )
    if (due.length === 0) continue
    await writeAs(
      db,
      keeper,
      (tx) =>
        notify(
          tx,
          { municipalityId, who: keeper.id },
          ...due.map(({ id, accountId, subject, address, dueOn }) => ({
            accountId,
            kind: 'work.taskDue' as const,
            subject,
            address,
            dueOn,
            taskId: id,
            once: `${id} ${dueOn} ${days.indexOf(dueOn)}`,
          })),
        ),
      within,
    )
  }
}

/** Every night forgets what was told more than a year ago. */
export const forgetNotifications = defineJob({
  name: 'work.forgetNotifications',
  schema: z.object({}),
  schedule: '30 2 * * *',
  run: (db) =>
    writeAs(db, operator(), (tx) => deleteNotificationsBefore(tx, new Date(Date.now() - YEAR_MS)), {
      capabilities: ['work.letter.send'],
    }),
})
