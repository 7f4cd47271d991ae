import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { migrate } from '#platform/database/migrate.server.ts'
import { type OpenDatabase, openDatabase, overPGlite, pgliteOptions } from '#platform/database/open.server.ts'
import { listen } from '#platform/http/listen.server.ts'
import { importFolder } from '../../src/app/import.server.ts'
import type { createSite as Site } from '../../src/app/site.ts'
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts'
import { databaseUrl, runOnServer } from '../support/server-databases.ts'
import { type Freshness, measureFreshness } from './freshness.ts'
import { type Size, writeLargeMunicipality } from './large-municipality.ts'
import { median, quantile } from './pages.ts'
import { createVisitor } from './visitor.ts'

/** Liepāja alone has 236 observations; the others have these besides. */
const SIZES: Size[] = [
  { indicators: 0, series: 0, periods: 1 },
  { indicators: 50, series: 4, periods: 10 },
  { indicators: 200, series: 10, periods: 10 },
  { indicators: 300, series: 40, periods: 10 },
]
const PAGES = ['/liepaja', '/liepaja/raditaji/14', '/liepaja/raditaji', '/liepaja/datu-kvalitate']
/** Where there are made-up indicators, one of them is visited. */
const pagesOf = ({ indicators }: Size) =>
  indicators === 0 ? PAGES : PAGES.map((page) => page.replace('/14', '/G7'))

const WARM_UP = 20
const VISITS = 100

export type Growth = {
  engine: string
  observations: number
  importSeconds: number
  freshness: Freshness
  pages: { path: string; median: number; p95: number; kilobytes: number }[]
}

/** How long pages take that are made anew for each visit, the more observations a municipality has. */
export async function measureGrowth(): Promise<Growth[]> {
  const rows: Growth[] = []
  const server = await startPostgres()
  for (const engine of ['PostgreSQL', 'embedded']) {
    for (const [index, size] of SIZES.entries()) {
      const database = await open(engine === 'embedded' ? undefined : { server, name: `growth${index}` })
      rows.push({ engine, ...(await measure(database, size)) })
      await database.close()
    }
  }
  await server.stop()
  return rows
}

async function open(on: { server: PostgresServer; name: string } | undefined): Promise<OpenDatabase> {
  if (!on) return overPGlite(await PGlite.create(pgliteOptions))
  await runOnServer(on.server.url, `create database ${on.name}`)
  return openDatabase({ databaseUrl: databaseUrl(on.server.url, on.name), dataFolder: '' })
}

async function measure(database: OpenDatabase, size: Size): Promise<Omit<Growth, 'engine'>> {
  const { createSite } = (await import('../../build/server/site.js' as string)) as { createSite: typeof Site }
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-growth-'))
  await writeLargeMunicipality(folder, size)
  await migrate(database)
  await importFolder(database.db, 'data/latvia')
  const began = performance.now()
  await importFolder(database.db, folder)
  const importSeconds = (performance.now() - began) / 1000
  await rm(folder, { recursive: true })
  let version = 0
  const site = await listen({
    host: '127.0.0.1',
    port: 0,
    assetsFolder: 'build/client',
    versionOf: async () => String(version++),
    site: createSite({ db: database.db }),
  })
  const visitor = createVisitor()
  const pages = []
  for (const path of pagesOf(size)) {
    const times: number[] = []
    let bytes = 0
    for (let visit = 0; visit < WARM_UP + VISITS; visit += 1) {
      const start = performance.now()
      bytes = (await visitor.get(site.address + path)).length
      if (visit >= WARM_UP) times.push(performance.now() - start)
    }
    pages.push({ path, median: median(times), p95: quantile(times, 0.95), kilobytes: bytes / 1000 })
  }
  visitor.leave()
  await site.close()
  const freshness = await measureFreshness(database)
  return { observations: 236 + size.indicators * size.series * size.periods, importSeconds, freshness, pages }
}
