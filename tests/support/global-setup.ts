import type { TestProject } from 'vitest/node'
import { startFilledServer } from './filled-server.ts'
import { keepFilledDump } from './kept-databases.ts'

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

/** Sees to a migrated and filled database, of which each test file then gets a copy. */
export default async function setUp(project: TestProject) {
  if (project.config.provide.engine === 'pglite') {
    project.provide('dump', await keepFilledDump())
    return
  }
  const server = await startFilledServer()
  if (!server) throw new Error('There is no PostgreSQL for this platform in node_modules; set DATABASE_URL')
  const { url, superuserUrl, template } = server
  project.provide('server', { url, superuserUrl, template })
  return server.stop
}
