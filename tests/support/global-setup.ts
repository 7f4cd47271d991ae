import type { TestProject } from 'vitest/node'
import { keepFilledDump, keepFilledServer, makeTemplate, TEMPLATE } from './kept-databases.ts'
import { startPostgres } from './postgres-server.ts'
import { runOnServer } from './server-databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Which engine the project's database tests run on. */
    engine: 'pglite' | 'postgres'
    /** File with a filled embedded database; only on `pglite`. */
    dump: string
    /** A server, and on it a filled database to copy; only on `postgres`. */
    server: { url: string; template: string }
  }
}

/** Sees to a migrated and filled database, of which each test file then gets a copy. */
export default async function setUp(project: TestProject) {
  if (project.config.provide.engine === 'pglite') {
    project.provide('dump', await keepFilledDump())
    return
  }
  const given = process.env.DATABASE_URL
  const { template, url, stop } = given ? await prepareGiven(given) : await startKept()
  project.provide('server', { url, template })
  return stop
}

async function startKept() {
  const server = await startPostgres({ kept: await keepFilledServer() })
  return { url: server.url, template: TEMPLATE, stop: () => server.stop() }
}

/** On a server that is not ours nothing is kept. */
async function prepareGiven(url: string) {
  const template = `${TEMPLATE}_${Date.now()}_${process.pid}`
  await makeTemplate(url, template)
  return { url, template, stop: () => runOnServer(url, `drop database ${template}`) }
}
