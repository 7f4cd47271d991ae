import { sql } from 'kysely'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import type { ProbeOptions } from '#platform/http/probes.server.ts'
import { findQueues } from '#platform/jobs/queues.server.ts'
import type { Workers } from '#platform/jobs/start-jobs.server.ts'
import type { Settings } from '#platform/settings.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'

/** What those who look after the process may ask. It listens only after its migrations were done. */
export const watch = (
  db: Database,
  jobs: Pick<Workers, 'isRunning'>,
  { metricsToken }: Pick<Settings, 'metricsToken'>,
): ProbeOptions => ({
  metricsToken,
  isReady: async () => ({ database: await answers(db), migrations: true, jobs: jobs.isRunning() }),
  gauges: async () =>
    (await findQueues(db)).flatMap(({ job, waiting, running, retrying, dead }) =>
      Object.entries({ waiting, running, retrying, dead }).map(([state, value]) => ({
        name: 'izaugsme_jobs',
        labels: { job, state },
        value,
      })),
    ),
})

const answers = (db: Database) =>
  readAs(db, THE_PUBLIC, (tx) => sql`select 1`.execute(tx)).then(
    () => true,
    () => false,
  )
