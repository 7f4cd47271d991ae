import { globSync } from 'node:fs'
import { migrate } from '#platform/database/migrate.server.ts'
import { type OpenDatabase, openDatabase, overPGlite } from '#platform/database/open.server.ts'
import { dumpTo, keepEmptyDump, openDump } from './dumps.ts'
import { FILLED_FOLDERS, fill } from './fill.ts'
import { Imports } from './imports.ts'
import { keep, keyOf } from './kept.ts'
import { startPostgres } from './postgres-server.ts'
import { databaseUrl, runOnServer } from './server-databases.ts'

/** Name of the filled database on a server whose data are kept. */
export const TEMPLATE = 'izaugsme_test'

/** Dump of an embedded database that is migrated and filled. */
export async function keepFilledDump(): Promise<string> {
  const empty = await keepEmptyDump()
  return keep('pglite-filled', keyOfFill(), async (path) => {
    const pglite = await openDump(empty)
    await prepare(overPGlite(pglite))
    await dumpTo(path, pglite)
  })
}

/** Data of a PostgreSQL server with a migrated and filled database called {@link TEMPLATE}. */
export async function keepFilledServer(): Promise<string> {
  return keep('postgres-filled', keyOfFill(), async (path) => {
    const server = await startPostgres()
    await makeTemplate(server.url, TEMPLATE)
    await server.stop(path)
  })
}

/** Makes a migrated and filled database on a server. */
export async function makeTemplate(serverUrl: string, name: string) {
  await runOnServer(serverUrl, `create database ${name}`)
  const open = await openDatabase({ databaseUrl: databaseUrl(serverUrl, name), dataFolder: '' })
  try {
    await prepare(open)
  } finally {
    await open.close()
  }
}

async function prepare({ db }: Pick<OpenDatabase, 'db'>) {
  await migrate(db)
  await fill(db)
}

/** Everything that decides what a filled database holds: this code with all it needs, libraries, migrations, data. */
function keyOfFill() {
  const code = new Imports().reachedFrom(['tests/support/kept-databases.ts'])
  return keyOf([...code, 'package-lock.json', ...globSync('src/**/migrations/*.sql'), ...FILLED_FOLDERS])
}
