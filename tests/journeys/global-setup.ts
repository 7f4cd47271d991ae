import type { TestProject } from 'vitest/node'
import { startBrowser } from '../support/browser.ts'
import { startFilledServer } from '../support/filled-server.ts'
import { databaseUrl } from '../support/server-databases.ts'
import { startSite } from './start-site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the site that all journeys visit is served. */
    address: string
    /** Where the browser is that they use. */
    browser: string
  }
}

/** Starts one site and one browser for all journeys. */
export default async function setUp(project: TestProject) {
  const database = await startFilledServer()
  const site = await startSite(database && databaseUrl(database.url, database.template))
  const browser = await startBrowser()
  project.provide('address', site.address)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await site.stop()
    await database?.stop()
  }
}
