import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findCurrentStrategy } from '#modules/strategy.server'
import { migrate } from '#platform/database/migrate.server.ts'
import { type OpenDatabase, openDatabase } from '#platform/database/open.server.ts'
import { readAs } from '#platform/database/scope.server.ts'
import { listen } from '#platform/http/listen.server.ts'
import { THE_PUBLIC } from '#platform/users.ts'
import { importFolder } from '../../src/app/import.server.ts'
import type { createSite as Site } from '../../src/app/site.ts'
import { getStrategyTree } from '../../src/modules/strategy/store.server.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { databaseUrl, runOnServer } from '../support/server-databases.ts'
import { appendRows } from './large-municipality.ts'
import { median, quantile } from './pages.ts'
import { createVisitor } from './visitor.ts'

/** With Liepāja's own 4 goals, 10 directions and 47 actions it is 500. */
const MORE_DIRECTIONS = 39
const MORE_ACTIONS = 400
const NODES = 4 + 10 + 47 + MORE_DIRECTIONS + MORE_ACTIONS
const YEARS = ['2020/2021', '2021/2022', '2022/2023', '2023/2024', '2024/2025']
const STATUSES = ['notStarted', 'inProgress', 'partial', 'inProgress', 'implemented']
const MILESTONES = 3
const PARTIES = 2

const PAGES = ['/liepaja/strategija', '/liepaja/ricibas-plans', '/liepaja/ricibas-plans/G7.3']
const WARM_UP = 20
const VISITS = 150

/** How long it takes to read and to show a plan with many actions, each with its history, made anew for each visit. */
export async function measurePlanTree() {
  const server = await startPostgres()
  await runOnServer(server.url, 'create database plan_tree')
  const database = await openDatabase({ databaseUrl: databaseUrl(server.url, 'plan_tree'), dataFolder: '' })
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-plan-'))
  const written = await writeLargePlan(folder)
  await migrate(database)
  await importFolder(database.db, 'data/latvia')
  await importFolder(database.db, folder)
  await rm(folder, { recursive: true })
  const rows = [...(await measureReading(database)), ...(await measurePages(database))]
  const [load = 0] = loadavg()
  await database.close()
  await server.stop()
  return { nodes: NODES, ...written, rows, load: Math.max(0, load - 1) }
}

type Figures = {
  what: string
  median: number
  p95: number
  /** Time that a core worked on one of them, the client's share included and the database's not: the same however much else goes on. */
  core: number
  kilobytes: number | null
}

async function measured(what: string, work: () => Promise<number | null>): Promise<Figures> {
  const times: number[] = []
  let bytes: number | null = null
  let worked = process.cpuUsage()
  for (let visit = 0; visit < WARM_UP + VISITS; visit += 1) {
    if (visit === WARM_UP) worked = process.cpuUsage()
    const began = performance.now()
    bytes = await work()
    if (visit >= WARM_UP) times.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(worked)
  const core = (user + system) / 1000 / VISITS
  const kilobytes = bytes === null ? null : bytes / 1000
  return { what, median: median(times), p95: quantile(times, 0.95), core, kilobytes }
}

async function measureReading({ db }: OpenDatabase): Promise<Figures[]> {
  const { strategy, municipalityId } = await readAs(db, THE_PUBLIC, async (tx) => {
    const { id } = await tx
      .selectFrom('registry.municipality')
      .select('id')
      .where('slug', '=', 'liepaja')
      .executeTakeFirstOrThrow()
    return { strategy: await findCurrentStrategy(tx, id), municipalityId: id }
  })
  const read = (asOf?: Date) => async () => {
    const tree = await readAs(db, THE_PUBLIC, (tx) =>
      getStrategyTree(tx, municipalityId, strategy?.id ?? '', { asOf }),
    )
    if (tree?.goals.length !== 4) throw new Error('measurePlanTree: the plan was not read')
    return null
  }
  return [
    await measured('getStrategyTree', read()),
    await measured('getStrategyTree as of an instant', read(new Date())),
  ]
}

async function measurePages(database: OpenDatabase): Promise<Figures[]> {
  const { createSite } = (await import('../../build/server/site.js' as string)) as { createSite: typeof Site }
  let version = 0
  const site = await listen({
    host: '127.0.0.1',
    port: 0,
    assetsFolder: 'build/client',
    versionOf: async () => String(version++),
    site: createSite({ db: database.db }),
  })
  const visitor = createVisitor()
  const rows: Figures[] = []
  for (const path of PAGES)
    rows.push(await measured(path, async () => (await visitor.get(site.address + path)).length))
  visitor.leave()
  await site.close()
  return rows
}

/** Writes Liepāja's files with made-up directions and actions behind its own, and what belongs to them. */
async function writeLargePlan(folder: string) {
  await cp('data/liepaja-2020-2025', folder, { recursive: true })
  const cited = { source: 'evaluation', locator: 'tabula' }
  const directions = Array.from({ length: MORE_DIRECTIONS }, (_, index) => `G${index + 1}`)
  await appendRows(
    folder,
    'directions.csv',
    directions.map((code, index) => ({
      code,
      goal: `KP${1 + (index % 4)}`,
      position: 100 + index,
      title_lv: `Paraugvirziens ${index + 1}`,
      title_en: `Sample direction ${index + 1}`,
      ...cited,
    })),
  )
  const actions = Array.from({ length: MORE_ACTIONS }, (_, index) => ({
    direction: directions[index % MORE_DIRECTIONS] ?? '',
    number: 1 + Math.floor(index / MORE_DIRECTIONS),
  })).map((action) => ({ ...action, code: `${action.direction}.${action.number}` }))
  await appendRows(
    folder,
    'actions.csv',
    actions.map(({ code, direction, number }) => ({
      code,
      direction,
      position: number,
      title_lv: `Paraugdarbība ${code}: izvērtēt esošo kārtību un ieviest jauninājumu iestādēs`,
      title_en: `Sample action ${code}: review how things stand and introduce the novelty`,
      responsible: 'LIP',
      funding: 'Pašvaldības budžets',
      starts_on: '2021-01-01',
      due_on: '2025-12-31',
      ...cited,
    })),
  )
  await appendRows(
    folder,
    'action-status.csv',
    actions.flatMap(({ code }) =>
      YEARS.map((as_of, year) => ({
        action: code,
        as_of,
        status: STATUSES[year] ?? 'inProgress',
        comment_lv: 'Izmēģināts divās iestādēs.',
        comment_en: 'Tried at two institutions.',
        ...cited,
      })),
    ),
  )
  const numbered = (most: number) =>
    actions.flatMap(({ code }) => Array.from({ length: most }, (_, index) => ({ action: code, index })))
  const files = {
    'action-milestones.csv': numbered(MILESTONES).map(({ action, index }) => ({
      action,
      code: `m${index + 1}`,
      kind: 'milestone',
      title_lv: `Atskaites punkts ${index + 1}`,
      title_en: `Milestone ${index + 1}`,
      due_on: `202${2 + index}-06-30`,
      done_on: index === 0 ? '2022-06-15' : '',
      ...cited,
    })),
    'action-parties.csv': numbered(PARTIES).map(({ action, index }) => ({
      action,
      code: `p${index + 1}`,
      institution: '',
      name_lv: `Iesaistītais ${index + 1}`,
      name_en: `Party ${index + 1}`,
      part_lv: 'Sniedz datus',
      part_en: 'Gives data',
      ...cited,
    })),
    'action-funding.csv': numbered(1).map(({ action }) => ({
      action,
      code: 'f1',
      fund: 'municipality',
      title_lv: 'Gada budžets',
      title_en: 'Yearly budget',
      year: 2024,
      planned: 12500,
      spent: 9800,
      ...cited,
    })),
  }
  for (const [file, rows] of Object.entries(files)) {
    await writeFile(join(folder, file), `${Object.keys(rows[0] ?? {}).join()}\n`)
    await appendRows(folder, file, rows)
  }
  return {
    reports: MORE_ACTIONS * YEARS.length,
    others: Object.values(files).reduce((sum, rows) => sum + rows.length, 0),
  }
}
