import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, type LogConfig, PGliteDialect, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import type { Settings } from '../settings.server.ts'
import { reportAway } from './away.server.ts'
import { FolderInUse, lockFolder } from './folder-lock.server.ts'
import { listenOnServer } from './postgres-listener.server.ts'
import type { Database } from './types.server.ts'

export type OpenDatabase = {
  db: Database
  engine: 'pglite' | 'postgres'
  /** Calls back with each payload sent on a channel by `pg_notify`, from this process or another. */
  listen: (channel: string, receive: (payload: string) => void) => Promise<void>
  close: () => Promise<void>
}

// Dates stay the text they are (a date has no time zone); counters and figures fit a JavaScript number.
const parsers: Record<number, (text: string) => string | number> = {
  [types.builtins.DATE]: (text) => text,
  [types.builtins.INT8]: Number,
  [types.builtins.NUMERIC]: Number,
}
for (const [type, parse] of Object.entries(parsers)) types.setTypeParser(Number(type), parse)

/** Opens the PostgreSQL server named by the settings, or the embedded one in `dataFolder/database`. */
export async function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>,
  log?: LogConfig,
): Promise<OpenDatabase> {
  return settings.databaseUrl
    ? openPostgres(settings.databaseUrl, log)
    : openEmbedded(join(settings.dataFolder, 'database'), log)
}

/** The embedded database cannot be had: its folder is no folder, cannot be written to, has no room left. */
export class CannotOpen extends Error {
  readonly folder: string

  constructor(folder: string, cause: unknown) {
    super(`The database in ${folder} cannot be opened`, { cause })
    this.folder = folder
  }
}

async function openEmbedded(folder: string, log?: LogConfig): Promise<OpenDatabase> {
  const cannotOpen = (error: unknown): never => {
    throw error instanceof FolderInUse ? error : new CannotOpen(dirname(folder), error)
  }
  await mkdir(folder, { recursive: true }).catch(cannotOpen)
  const unlock = await lockFolder(folder).catch(cannotOpen)
  const pglite = await PGlite.create(folder, { parsers }).catch(async (error: unknown) => {
    await unlock()
    return cannotOpen(error)
  })
  const open = overPGlite(pglite, log)
  return {
    ...open,
    close: async () => {
      await open.close()
      await unlock()
    },
  }
}

/** A database over a PGlite that somebody else has made, in a folder or in memory. */
export function overPGlite(pglite: PGlite, log?: LogConfig): OpenDatabase {
  const db: Database = new Kysely({ dialect: new PGliteDialect({ pglite }), ...(log ? { log } : {}) })
  return {
    db,
    engine: 'pglite',
    listen: async (channel, receive) => {
      await pglite.listen(channel, receive)
    },
    close: async () => {
      await db.destroy()
      if (!pglite.closed) await pglite.close()
    },
  }
}

/** Options of an in-memory PGlite that reads values as the product does. */
export const pgliteOptions = { parsers }

/** A server that has vanished without a word must not keep everybody waiting. */
const CONNECTION_TIMEOUT_MS = 5000

function openPostgres(connectionString: string, log?: LogConfig): OpenDatabase {
  const pool = new Pool({ connectionString, max: 10, connectionTimeoutMillis: CONNECTION_TIMEOUT_MS })
  // A connection may be lost at any time, in use or not, and an error that nobody hears ends the process.
  // Who waits for an answer is told besides; the pool opens another connection when one is needed.
  pool.on('connect', (client) => client.on('error', reportAway))
  pool.on('error', reportAway)
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool }), ...(log ? { log } : {}) })
  const stops: (() => Promise<void>)[] = []
  return {
    db,
    engine: 'postgres',
    listen: async (channel, receive) => {
      stops.push(await listenOnServer({ connectionString, channel, receive }))
    },
    close: async () => {
      for (const stop of stops) await stop()
      await db.destroy()
    },
  }
}
