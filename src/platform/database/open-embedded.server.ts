import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, type LogConfig, PGliteDialect } from 'kysely'
import { copyOfPGlite, followTransactions } from './copy.server.ts'
import { FolderInUse, lockFolder } from './folder-lock.server.ts'
import { parsers } from './parsers.ts'
import { WEB_ROLE } from './role-names.ts'
import { prepareRoles } from './roles.server.ts'
import { gatherStatistics } from './statistics.server.ts'
import type { Connections, Database, OpenDatabase } from './types.server.ts'

/** The embedded database cannot be had: its folder is no folder, cannot be written to, has no room left. */
export class CannotOpen extends Error {
  readonly folder: string

  constructor(folder: string, cause: unknown) {
    super(`The database in ${folder} cannot be opened`, { cause })
    this.folder = folder
  }
}

/**
 * Four times as much would be the default, all of which the process holds for good once it was used; what does not
 * fit is read again from the system's own cache of files.
 */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB']

/** The embedded database in a folder, which this process then has to itself. */
export async function openEmbedded(
  dataFolder: string,
  persons: Database['persons'],
  log?: LogConfig,
): Promise<OpenDatabase> {
  const folder = join(dataFolder, 'database')
  const cannotOpen = (error: unknown): never => {
    throw error instanceof FolderInUse ? error : new CannotOpen(dataFolder, error)
  }
  await mkdir(folder, { recursive: true }).catch(cannotOpen)
  const unlock = await lockFolder(folder).catch(cannotOpen)
  const pglite = await PGlite.create(folder, { parsers, startParams }).catch(async (error: unknown) => {
    await unlock()
    return cannotOpen(error)
  })
  const open = overPGlite(pglite, log, persons)
  return {
    ...open,
    close: async () => {
      await open.close()
      await unlock()
    },
  }
}

/** Options of an in-memory PGlite that reads values as the product does. */
export const pgliteOptions = { parsers }

/**
 * A database over a PGlite that somebody else has made, in a folder or in memory. Its only session is the
 * superuser's; it steps down to the login that serves, as soon as there is one, and comes back for the
 * owner's work alone.
 */
export function overPGlite(
  pglite: PGlite,
  log?: LogConfig,
  persons: Database['persons'] = 'any',
): OpenDatabase {
  const { followed, asked } = followTransactions(pglite)
  const dialect = new PGliteDialect({ pglite: followed, onCreateConnection: () => stepDown(pglite) })
  const all: Connections = new Kysely({ dialect, ...(log ? { log } : {}) })
  const asOwner: OpenDatabase['asOwner'] = (work) =>
    all.connection().execute(async (owner) => {
      await pglite.query('set session authorization postgres')
      try {
        return await work(owner)
      } finally {
        await stepDown(pglite)
      }
    })
  return {
    db: {
      members: all,
      visitors: undefined,
      persons,
      gatherStatistics: () => asOwner((owner) => gatherStatistics(owner, 'pglite')),
    },
    engine: 'pglite',
    asOwner,
    asCopier: (work) => asOwner((owner) => work(owner, copyOfPGlite(asked))),
    prepare: (owner) => prepareRoles(owner),
    listen: async (channel, receive) => {
      await pglite.listen(channel, receive)
    },
    close: async () => {
      await all.destroy()
      if (!pglite.closed) await pglite.close()
    },
  }
}

async function stepDown(pglite: PGlite) {
  const { rows } = await pglite.query('select from pg_roles where rolname = $1', [WEB_ROLE])
  if (rows.length > 0) await pglite.query(`set session authorization ${WEB_ROLE}`)
}
