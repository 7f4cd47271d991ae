import { Kysely, type LogConfig, PostgresDialect, sql } from 'kysely'
import { Client, Pool } from 'pg'
import { reportAway } from './away.server.ts'
import { type Copy, copyOfServer } from './copy.server.ts'
import { loginsOf, prepareLogins, type ServerSettings } from './logins.server.ts'
import { OneStatement } from './one-statement.server.ts'
import { listenOnServer } from './postgres-listener.server.ts'
import { prepareRoles } from './roles.server.ts'
import { demandServerVersion } from './server-version.ts'
import { gatherStatistics } from './statistics.server.ts'
import type { Connections, OpenDatabase } from './types.server.ts'
import { DatabaseUnusable } from './unusable.ts'

const MOST_CONNECTIONS = 10
/** A server that has vanished without a word must not keep everybody waiting. */
const CONNECTION_TIMEOUT_MS = 5000

/**
 * A PostgreSQL server under three logins: the owner, who migrates and nothing else; one that serves members;
 * and the public, which signs in as its own role and has no way to another.
 */
export function openPostgres(settings: ServerSettings, log?: LogConfig): OpenDatabase {
  const logins = loginsOf(settings)
  const members = connect(logins.members.address, MOST_CONNECTIONS, log)
  const visitors = connect(logins.visitors.address, MOST_CONNECTIONS, log)
  const stops: (() => Promise<void>)[] = []
  const asOwner: OpenDatabase['asOwner'] = async (work) => {
    const owner = connect(settings.databaseUrl, 1, log)
    try {
      return await work(owner)
    } finally {
      await owner.destroy()
    }
  }
  return {
    db: {
      members,
      visitors,
      persons: 'any',
      gatherStatistics: () => asOwner((owner) => gatherStatistics(owner, 'postgres')),
    },
    engine: 'postgres',
    asOwner,
    asCopier: (work) => copyAsOwner(settings.databaseUrl, work, log),
    async prepare(owner) {
      await demandVersion(owner)
      await demandOwner(owner)
      await prepareRoles(owner)
      await prepareLogins(owner, logins)
    },
    async listen(channel, receive) {
      const connectionString = logins.visitors.address
      stops.push(await listenOnServer({ connectionString, channel, receive }))
    },
    async close() {
      for (const stop of stops) await stop()
      await members.destroy()
      await visitors.destroy()
    },
  }
}

/** Copying is spoken on a connection of its own, which the owner's statements share. */
async function copyAsOwner<Result>(
  connectionString: string,
  work: (owner: Connections, copy: Copy) => Promise<Result>,
  log?: LogConfig,
): Promise<Result> {
  const client = new Client({ connectionString, connectionTimeoutMillis: CONNECTION_TIMEOUT_MS })
  client.on('error', reportAway)
  await client.connect()
  const only = Object.assign(client, { release: () => undefined })
  const pool = { connect: async () => only, end: async () => undefined, options: {} }
  const owner: Connections = new Kysely({
    dialect: new PostgresDialect({ pool }),
    ...(log ? { log } : {}),
  })
  try {
    return await work(owner, copyOfServer(client))
  } finally {
    await owner.destroy()
    await client.end()
  }
}

function connect(connectionString: string, max: number, log?: LogConfig): Connections {
  const waiting = { connectionTimeoutMillis: CONNECTION_TIMEOUT_MS }
  const pool = new Pool({ connectionString, max, Client: OneStatement, ...waiting })
  // A connection may be lost at any time, in use or not, and an error that nobody hears ends the process.
  // Who waits for an answer is told besides; the pool opens another connection when one is needed.
  pool.on('connect', (client) => client.on('error', reportAway))
  pool.on('error', reportAway)
  return new Kysely({ dialect: new PostgresDialect({ pool }), ...(log ? { log } : {}) })
}

async function demandVersion(owner: Connections) {
  const { rows } = await sql<{ number: number }>`
    select current_setting('server_version_num')::integer as number`.execute(owner)
  demandServerVersion(rows[0]?.number ?? 0)
}

/** Passwords of the logins follow from the owner's, so nobody else may be what the address calls the owner. */
async function demandOwner(owner: Connections) {
  const { rows } = await sql<{ owner: string; user: string }>`
    select pg_get_userbyid(datdba)::text as owner, current_user::text as user
    from pg_database where datname = current_database()`.execute(owner)
  const [found] = rows
  if (found && found.owner !== found.user) throw new DatabaseUnusable('platform.database.owner', found)
}
