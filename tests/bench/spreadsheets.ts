// node tests/bench/spreadsheets.ts [postgres|embedded] [csv|xlsx]: loads 100,000 figures from a file into a new database
// and prints seconds and megabytes beside what they may be. One engine and one form a process, so that memory is its own.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { splitRows } from '#platform/import/split-rows.ts'
import { asTab, writeWorkbook } from '#platform/workbook/write-workbook.server.ts'
import { importFolder } from '../../src/app/import.server.ts'
import { sheetsOf } from '../../src/app/read-folder.server.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { databaseUrl, runOnServer } from '../support/server-databases.ts'
import { writeLargeMunicipality } from './large-municipality.ts'

/** 100,000 figures. */
const SIZE = { indicators: 250, series: 40, periods: 10 }
const MOST_SECONDS = { postgres: 10, embedded: 180 }
const MOST_MEGABYTES = 250
const MEGABYTE = 2 ** 20

const engine = process.argv[2] === 'embedded' ? 'embedded' : 'postgres'
const format = process.argv[3] === 'xlsx' ? 'xlsx' : 'csv'

const folder = await mkdtemp(join(tmpdir(), 'izaugsme-bench-sheets-'))
const server = engine === 'postgres' ? await startPostgres() : undefined
try {
  const files = join(folder, 'files')
  await writeLargeMunicipality(files, SIZE)
  if (format === 'xlsx') await asWorkbook(files)
  if (server) await runOnServer(server.url, 'create database sheets')
  const databaseUrlOf = server && databaseUrl(server.url, 'sheets')
  const database = await openDatabase({ databaseUrl: databaseUrlOf, dataFolder: join(folder, 'var') })
  await migrate(database)
  await importFolder(database.db, 'data/latvia')
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const stages: Record<string, number> = {}
  const cpu: Record<string, number> = {}
  const peaks: Record<string, number> = {}
  const cpuBefore = process.cpuUsage()
  const started = performance.now()
  await importFolder(database.db, files, {
    tellStage: (stage) => {
      stages[stage] = performance.now() - started
      const { user, system } = process.cpuUsage(cpuBefore)
      cpu[stage] = (user + system) / 1e6
      peaks[stage] = peak
    },
  })
  const ended = performance.now() - started
  clearInterval(watch)
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1)
  const { write = 0, workOut = ended } = stages
  const megabytes = ((peaks.workOut ?? peak) - before) / MEGABYTE
  console.log(
    `  own processor time until it was written: ${(cpu.workOut ?? 0).toFixed(1)} s; with the working out ${((peak - before) / MEGABYTE).toFixed(0)} MB`,
  )
  console.log(
    `${engine}, ${format}: read and checked ${seconds(0, write)} s, written ${seconds(write, workOut)} s, worked out ${seconds(workOut, ended)} s`,
  )
  console.log(
    `  loaded in ${seconds(0, workOut)} s of ${MOST_SECONDS[engine]} s: ratio ${(workOut / 1000 / MOST_SECONDS[engine]).toFixed(2)}`,
  )
  console.log(
    `  ${megabytes.toFixed(0)} MB above the process before, of ${MOST_MEGABYTES}: ratio ${(megabytes / MOST_MEGABYTES).toFixed(2)}`,
  )
  await database.close()
} finally {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
}

/** The figures as a workbook in the place of their file. */
async function asWorkbook(files: string) {
  const sheet = sheetsOf('municipality').observations
  if (!sheet) throw new Error('no figures')
  const path = join(files, sheet.file)
  const rows = [...splitRows((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''), ',')].map(
    ({ cells }) => cells,
  )
  const [head = [], ...body] = rows.filter((cells) => cells.length > 1)
  const columns = Object.keys(sheet.columns)
  const places = columns.map((column) => head.indexOf(column))
  const texts = body.map((cells) => places.map((place) => cells[place] ?? ''))
  await rm(path)
  await writeFile(join(files, 'observations.xlsx'), await writeWorkbook([asTab(sheet, texts)]))
}
