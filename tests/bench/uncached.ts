import { gzipSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import type { ServerBuild } from 'react-router'
import { migrate } from '#platform/database/migrate.server.ts'
import { overPGlite, pgliteOptions } from '#platform/database/open.server.ts'
import { listen } from '#platform/http/listen.server.ts'
import { COMPRESSION } from '#platform/http/reply.ts'
import { importFolder } from '../../src/app/import.server.ts'
import type { createSite } from '../../src/app/site.ts'
import { MEASURED_PAGES, median, quantile } from './pages.ts'
import { createVisitor } from './visitor.ts'

const WARM_UP = 30
const VISITS = 150

type SiteDoor = { createSite: typeof createSite; pages: ServerBuild }

/**
 * Every page made anew for each visit, over HTTP, on the embedded database: how long it takes, and how
 * that compares with its SQL statements and the drawing of its HTML alone.
 */
export async function measureUncached() {
  const { createSite, pages } = (await import('../../build/server/site.js' as string)) as SiteDoor
  const spent = { sql: 0, drawing: 0 }
  const database = overPGlite(await PGlite.create(pgliteOptions), (event) => {
    spent.sql += event.queryDurationMillis
  })
  await migrate(database)
  await importFolder(database.db, 'data/latvia')
  await importFolder(database.db, 'data/liepaja-2020-2025')

  let version = 0
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    assetsFolder: 'build/client',
    versionOf: async () => String(version++),
    site: createSite({ db: database.db }, timed(pages, spent)),
  })
  const visitor = createVisitor()
  // Twice through all pages first, so that the first one measured is no colder than the last.
  for (const path of [...MEASURED_PAGES, ...MEASURED_PAGES]) await visitor.get(server.address + path)
  const rows = []
  for (const path of MEASURED_PAGES) {
    const times: number[] = []
    const ratios: number[] = []
    let bytes = 0
    for (let visit = 0; visit < WARM_UP + VISITS; visit += 1) {
      spent.sql = 0
      spent.drawing = 0
      const began = performance.now()
      const body = await visitor.get(server.address + path)
      const time = performance.now() - began
      if (visit < WARM_UP) continue
      bytes = gzipSync(body, COMPRESSION).length
      times.push(time)
      ratios.push(time / (spent.sql + spent.drawing))
    }
    rows.push({ path, bytes, median: median(times), p95: quantile(times, 0.95), ratio: median(ratios) })
  }
  visitor.leave()
  await server.close()
  await database.close()
  return rows
}

/** The same pages, with the time that drawing takes added up. */
function timed(pages: ServerBuild, spent: { drawing: number }): ServerBuild {
  const entry = pages.entry.module
  const draw: typeof entry.default = async (...request) => {
    const began = performance.now()
    const response = await entry.default(...request)
    spent.drawing += performance.now() - began
    return response
  }
  return { ...pages, entry: { ...pages.entry, module: { ...entry, default: draw } } }
}
