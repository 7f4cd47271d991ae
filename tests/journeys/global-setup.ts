import type { TestProject } from 'vitest/node'
import { startBrowser } from '../support/browser.ts'
import { startFilledServer } from '../support/filled-server.ts'
import { databaseUrl, runOnServer } from '../support/server-databases.ts'
import { makeDemoPeople } from './demo-people.ts'
import { startSite } from './start-site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the site that all journeys visit is served. */
    address: string
    /** Where the browser is that they use. */
    browser: string
    /** The data folder of that site. */
    dataFolder: string
    /** Its database; empty where it is the embedded one. */
    databaseUrl: string
    /** The same data as no journey has touched them; empty where there is no server. */
    untouchedUrl: string
  }
}

/** Starts one site and one browser for all journeys. */
export default async function setUp(project: TestProject) {
  const database = await startFilledServer()
  const url = database ? databaseUrl(database.url, database.template) : ''
  const untouched = database ? `${database.template}_untouched` : ''
  // A new embedded database has them from its first start.
  if (url !== '') await makeDemoPeople(url)
  if (database) await runOnServer(database.url, `create database ${untouched} template ${database.template}`)
  const site = await startSite(url)
  const browser = await startBrowser()
  project.provide('address', site.address)
  project.provide('browser', browser.wsEndpoint())
  project.provide('dataFolder', site.data)
  project.provide('databaseUrl', url)
  project.provide('untouchedUrl', database ? databaseUrl(database.url, untouched) : '')
  return async () => {
    await browser.close()
    await site.stop()
    if (database) await runOnServer(database.url, `drop database ${untouched}`)
    await database?.stop()
  }
}
