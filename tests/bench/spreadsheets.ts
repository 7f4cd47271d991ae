// node tests/bench/spreadsheets.ts [postgres|embedded] [csv|xlsx]: loads 100,000 figures from a file into a new database
// and prints seconds and megabytes beside what they may be. One engine and one form a process, so that memory is its own.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { migrate } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { importFolder } from '../../src/app/import.server.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { databaseUrl, runOnServer } from '../support/server-databases.ts'

const MAKING = join(import.meta.dirname, 'make-spreadsheets.ts')
const MOST_SECONDS = { postgres: 10, embedded: 180 }
const MOST_MEGABYTES = 250
const MEGABYTE = 2 ** 20

const engine = process.argv[2] === 'embedded' ? 'embedded' : 'postgres'
const format = process.argv[3] === 'xlsx' ? 'xlsx' : 'csv'

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
  const load = () => importFolder(database.db, files, { tellStage: watched.tellStage })
  let watched = watch()
  await load()
  watched.print('loaded')
  // Next year's file has this year's figures as well: what is there already must not cost more.
  watched = watch()
  await load()
  watched.print('loaded again, nothing has changed')
  await database.close()
} finally {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
}

/** Follows one loading by the clock and by the memory that the process holds. */
function watch() {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const started = performance.now()
  const cpuBefore = process.cpuUsage()
  const since = () => (performance.now() - started) / 1000
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const at: Record<string, { seconds: number; cpu: number; peak: number }> = {}
  const tellStage = (stage: string) => {
    const { user, system } = process.cpuUsage(cpuBefore)
    at[stage] = { seconds: since(), cpu: (user + system) / 1e6, peak }
  }
  const print = (what: string) => {
    clearInterval(timer)
    tellStage('end')
    const { write, workOut, end } = at
    if (!write || !workOut || !end) throw new Error('a stage was not told')
    const megabytes = (workOut.peak - before) / MEGABYTE
    console.log(`${engine}, ${format}, ${what}:`)
    console.log(
      `  read and checked ${write.seconds.toFixed(1)} s, written ${(workOut.seconds - write.seconds).toFixed(1)} s, own processor time ${workOut.cpu.toFixed(1)} s; then worked out in ${(end.seconds - workOut.seconds).toFixed(1)} s`,
    )
    console.log(
      `  ${workOut.seconds.toFixed(1)} s of ${MOST_SECONDS[engine]} s: ratio ${(workOut.seconds / MOST_SECONDS[engine]).toFixed(2)}`,
    )
    console.log(
      `  ${megabytes.toFixed(0)} MB above the process before, of ${MOST_MEGABYTES}: ratio ${(megabytes / MOST_MEGABYTES).toFixed(2)}; with the working out ${((end.peak - before) / MEGABYTE).toFixed(0)} MB`,
    )
  }
  return { tellStage, print }
}
