import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { findMunicipalityNames } from '#modules/registry.server'
import { readAs } from '#platform/database/scope.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { dropDead, findDead, findQueues, retryDead } from '#platform/jobs/queues.server.ts'
import { findSealState } from '#platform/journal/seal-state.server.ts'
import { findKeeperStates } from '#platform/keep/keeper-state.server.ts'
import { demand, type User } from '#platform/users.ts'
import { inChange } from '#platform/write/change.server.ts'
import { COUNTRY } from '#platform/write/data-version.server.ts'

/** Everything that an operator looks at. @throws Refused for whoever does not run the installation */
export async function findSystemState(db: Database, user: User) {
  demand(user, 'platform.operate', 'country')
  return {
    queues: await findQueues(db),
    dead: await findDead(db),
    seal: await findSealState(db),
    keepers: await findKept(db, user),
    database: await findDatabaseState(db, user),
    program: programVersion(),
    node: process.versions.node,
    memory: process.memoryUsage().rss,
    upSeconds: Math.round(process.uptime()),
  }
}

export type SystemState = Awaited<ReturnType<typeof findSystemState>>

/** What is worked out from the data of each municipality, by its name in addresses. */
const findKept = (db: Database, user: User) =>
  readAs(db, user, async (tx) => {
    const names = await findMunicipalityNames(tx)
    const states = await findKeeperStates(tx)
    return states.map((state) => ({ ...state, municipality: names.get(state.municipalityId) ?? '' }))
  })

async function findDatabaseState(db: Database, user: User) {
  const { rows } = await readAs(db, user, (tx) =>
    sql<{ version: string; bytes: number }>`
      select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(
      tx,
    ),
  )
  return {
    engine: db.visitors === undefined ? 'embedded' : 'server',
    ...(rows[0] ?? { version: '', bytes: 0 }),
  } as const
}

/** Version of the program as its package says. */
export const programVersion = () =>
  (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version

/** Has a dead job tried again, or gives it up; the journal remembers who did. @returns false without such a job */
export async function dealWithDead(
  db: Database,
  user: User,
  what: 'retry' | 'drop',
  id: string,
): Promise<boolean> {
  demand(user, 'platform.operate', 'country')
  // First the queue, which has a transaction of its own: the embedded database has one at a time.
  const isDone = await (what === 'retry' ? retryDead(db, id) : dropDead(db, id))
  if (!isDone) return false
  const action = what === 'retry' ? 'job.retried' : 'job.dropped'
  const intent = { stream: 'messages', origin: 'form', isPublic: false, at: new Date() } as const
  await inChange(
    db,
    user,
    { ...intent, municipalityId: COUNTRY, action, subject: id },
    async (_, { counts }) => {
      counts.changed += 1
    },
  )
  return true
}
