import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { inject } from 'vitest'
import { type OpenDatabase, openDatabase, overPGlite } from '#platform/database/open.server.ts'
import { prepareRoles } from '#platform/database/roles.server.ts'
import { keepEmptyDump, openDump } from './dumps.ts'
import { databaseUrl, runOnServer } from './server-databases.ts'

/**
 * A database as version 0.1.0 left it, with the country's registers and Liepāja in it. The fixture was made
 * on PostgreSQL 15 by that version's own command line and `pg_dump --inserts --no-owner`.
 */
export async function openOldDatabase(): Promise<OpenDatabase> {
  const dump = String(await promisify(gunzip)(await readFile('tests/fixtures/izaugsme-0.1.0-liepaja.sql.gz')))
  return inject('engine') === 'postgres' ? onServer(dump) : embedded(dump)
}

async function embedded(dump: string): Promise<OpenDatabase> {
  const pglite = await openDump(await keepEmptyDump())
  const open = overPGlite(pglite)
  await open.asOwner(async (owner) => {
    await prepareRoles(owner)
    await pglite.exec(dump)
    await pglite.exec('reset all')
  })
  return open
}

async function onServer(dump: string): Promise<OpenDatabase> {
  const { url } = inject('server')
  const name = `izaugsme_old_${randomUUID().replaceAll('-', '')}`
  const address = databaseUrl(url, name)
  await runOnServer(url, `create database ${name}`)
  // Sent without parameters, so that the server takes all statements of the dump at once.
  await runOnServer(address, dump)
  const open = await openDatabase({ databaseUrl: address, dataFolder: '' })
  return {
    ...open,
    close: async () => {
      await open.close()
      await runOnServer(url, `drop database ${name}`)
    },
  }
}
