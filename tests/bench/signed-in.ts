import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#platform/database/open.server.ts'
import { importFolder } from '../../src/app/import.server.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { databaseUrl, runOnServer } from '../support/server-databases.ts'
import { writeLargeMunicipality } from './large-municipality.ts'
import { median, quantile } from './pages.ts'
import { postSignIn, visit } from './sign-in.ts'
import { startProcess } from './site-process.ts'

/** 120,000 observations beside Liepāja's own. */
const SIZE = { indicators: 300, series: 40, periods: 10 }
const PAGES = ['/darbs', '/liepaja/raditaji/G7/labot', '/darbs/liepaja/atradumi']
const WARM_UP = 10
const VISITS = 80

/**
 * Pages of somebody who has signed in, in a municipality with 120,000 observations on PostgreSQL: the server is a
 * process of its own, and nothing of these pages is kept. `load` is how many processors' worth of work the machine had.
 */
export async function measureSignedIn() {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-signed-in-'))
  const server = await startPostgres()
  try {
    await runOnServer(server.url, 'create database signed_in')
    const url = databaseUrl(server.url, 'signed_in')
    const environment = { PORT: '0', IZAUGSME_DATA: folder, DATABASE_URL: url, NODE_ENV: 'production' }
    // The first start makes the demonstration and its accounts.
    await (await startProcess('build/server/index.js', environment)).stop()
    const database = await openDatabase({ databaseUrl: url, dataFolder: folder })
    await writeLargeMunicipality(join(folder, 'files'), SIZE)
    await importFolder(database.db, join(folder, 'files'))
    await database.close()
    const site = await startProcess('build/server/index.js', environment)
    const email = 'educationhead@demo.izaugsme'
    const { cookie, status } = await postSignIn(site.address, { email, password: 'izaugsme-demo' })
    if (status !== 303) throw new Error(`signing in answers ${status}`)
    const rows = []
    for (const path of PAGES) {
      const times: number[] = []
      let bytes = 0
      for (let number = 0; number < WARM_UP + VISITS; number += 1) {
        const seen = await visit(site.address + path, { cookie })
        if (seen.status !== 200) throw new Error(`${path} answers ${seen.status}`)
        bytes = seen.bytes
        if (number >= WARM_UP) times.push(seen.took)
      }
      rows.push({ path, median: median(times), p95: quantile(times, 0.95), kilobytes: bytes / 1000 })
    }
    await site.stop()
    return rows
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
