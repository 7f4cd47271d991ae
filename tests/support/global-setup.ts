import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/database/migrate.server.ts'
import { type OpenDatabase, openDatabase, overPGlite, pgliteOptions } from '#platform/database/open.server.ts'
import { protectDatabase } from '#platform/database/protect.server.ts'
import { fill } from './fill.ts'
import { startPostgres } from './postgres-server.ts'
import { databaseUrl, runOnServer } from './server-databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Which engine the project's database tests run on. */
    engine: 'pglite' | 'postgres'
    /** File with a filled embedded database; only on `pglite`. */
    dump: string
    /** A server, and on it a filled database to copy; only on `postgres`. */
    server: { url: string; superuserUrl: string; template: string }
  }
}

/** Makes one migrated and filled database, which each test file then gets a copy of. */
export default async function setUp(project: TestProject) {
  return project.config.provide.engine === 'postgres' ? prepareTemplate(project) : prepareDump(project)
}

async function prepareDump(project: TestProject) {
  const pglite = await PGlite.create(pgliteOptions)
  const open = overPGlite(pglite)
  await prepare(open)
  const dump = await pglite.dumpDataDir('none')
  await open.close()
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-dump-'))
  const file = join(folder, 'database.tar')
  await writeFile(file, Buffer.from(await dump.arrayBuffer()))
  project.provide('dump', file)
  return () => rm(folder, { recursive: true, force: true })
}

async function prepareTemplate(project: TestProject) {
  const given = process.env.DATABASE_URL
  const server = given ? { url: given, superuserUrl: given, stop: async () => {} } : await startPostgres()
  const template = `izaugsme_test_${Date.now()}_${process.pid}`
  await runOnServer(server.url, `create database ${template}`)
  const at = (url: string) => openDatabase({ databaseUrl: databaseUrl(url, template), dataFolder: '' })
  await closeAfter(await at(server.url), prepare)
  // What the databases' owner may not take away from everybody, as an administrator would.
  await closeAfter(await at(server.superuserUrl), (open) => open.asOwner(protectDatabase))
  project.provide('server', { url: server.url, superuserUrl: server.superuserUrl, template })
  return async () => {
    await runOnServer(server.url, `drop database ${template}`)
    await server.stop()
  }
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
  await fill(open)
}
