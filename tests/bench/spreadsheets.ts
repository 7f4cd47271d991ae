// node tests/bench/spreadsheets.ts [postgres|embedded] [csv|xlsx] [command|browser]: loads 100,000 figures from a file
// into a new database and prints seconds and megabytes beside what they may be. One engine, one form and one way in a
// process, so that memory is its own.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { migrate } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import type { Database } from '#platform/database/types.server.ts'
import { importFolder } from '../../src/app/import.server.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { databaseUrl, runOnServer } from '../support/server-databases.ts'
import { prepareFigures } from './upload-figures.ts'
import { heldBytes, watchLoading } from './watch-loading.ts'

const MAKING = join(import.meta.dirname, 'make-spreadsheets.ts')

const engine = process.argv[2] === 'embedded' ? 'embedded' : 'postgres'
const format = process.argv[3] === 'xlsx' ? 'xlsx' : 'csv'
const isInBrowser = process.argv[4] === 'browser'

const folder = await mkdtemp(join(tmpdir(), 'izaugsme-bench-sheets-'))
const server = engine === 'postgres' ? await startPostgres() : undefined
try {
  const files = join(folder, 'files')
  // Made by a process of its own: what it took would hide what the loading takes.
  await promisify(execFile)(process.execPath, [MAKING, files, format])
  if (server) await runOnServer(server.url, 'create database sheets')
  const databaseUrlOf = server && databaseUrl(server.url, 'sheets')
  const database = await openDatabase({ databaseUrl: databaseUrlOf, dataFolder: join(folder, 'var') })
  await migrate(database)
  await importFolder(database.db, 'data/latvia')
  await (isInBrowser ? loadInBrowser : loadByCommand)(database.db, files)
  await database.close()
} finally {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
}

async function loadByCommand(db: Database, files: string) {
  // Next year's file has this year's figures as well: what is there already must not cost more.
  for (const what of ['loaded', 'loaded again, nothing has changed']) {
    const watched = watchLoading(engine)
    await importFolder(db, files, { tellStage: watched.tellStage })
    watched.print(`${format}, ${what}`)
  }
}

async function loadInBrowser(db: Database, files: string) {
  const upload = await prepareFigures(db, files, `observations.${format}`)
  const before = heldBytes()
  const started = performance.now()
  const { problems, changes } = await upload.rehearse()
  const added = changes.reduce((sum, one) => sum + one.added.length, 0)
  console.log(
    `what would change, on the page: ${((performance.now() - started) / 1000).toFixed(1)} s, ${added} rows, ${problems.length} problems`,
  )
  const watched = watchLoading(engine, before)
  await upload.commit(watched.tellStage)
  watched.print(`${format}, uploaded in the browser`)
}
