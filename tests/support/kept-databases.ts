import { globSync } from 'node:fs'
import { migrate } from '#platform/database/migrate.server.ts'
import { type OpenDatabase, openDatabase, overPGlite } from '#platform/database/open.server.ts'
import { protectDatabase } from '#platform/database/protect.server.ts'
import { prepareJobs } from '../../src/app/jobs.server.ts'
import { dumpTo, keepEmptyDump, openDump } from './dumps.ts'
import { FILLED_FOLDERS, fill } from './fill.ts'
import { Imports } from './imports.ts'
import { keep, keyOf } from './kept.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'
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
    await makeTemplate(server, TEMPLATE)
    await server.stop(path)
  })
}

/** Makes a migrated and filled database on a server, which its owner and the superuser have protected. */
export async function makeTemplate(server: Pick<PostgresServer, 'url' | 'superuserUrl'>, name: string) {
  await runOnServer(server.url, `create database ${name}`)
  const at = (url: string) => openDatabase({ databaseUrl: databaseUrl(url, name), dataFolder: '' })
  await closeAfter(await at(server.url), prepare)
  await closeAfter(await at(server.superuserUrl), (open) => open.asOwner(protectDatabase))
}

async function closeAfter(open: OpenDatabase, work: (open: OpenDatabase) => Promise<unknown>) {
  try {
    await work(open)
  } finally {
    await open.close()
  }
}

async function prepare(open: OpenDatabase) {
  await migrate(open)
  await prepareJobs(open.db)
  await fill(open.db)
}

/** Everything that decides what a filled database holds: this code with all it needs, libraries, migrations, data. */
function keyOfFill() {
  const code = new Imports().reachedFrom(['tests/support/kept-databases.ts'])
  return keyOf([...code, 'package-lock.json', ...globSync('src/**/migrations/*.sql'), ...FILLED_FOLDERS])
}
