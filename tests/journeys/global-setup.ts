import type { TestProject } from 'vitest/node'
import { startBrowser } from '../support/browser.ts'
import { type FilledServer, startFilledServer } from '../support/filled-server.ts'
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
    /** The same once more, for the journey that lives through a whole year; empty where there is no server. */
    yearUrl: string
  }
}

/** Starts one site and one browser for all journeys. */
export default async function setUp(project: TestProject) {
  const database = await startFilledServer()
  const url = database ? databaseUrl(database.url, database.template) : ''
  // A new embedded database has them from its first start.
  if (url !== '') await makeDemoPeople(url)
  const [untouchedUrl = '', yearUrl = ''] = database ? await copyTwice(database) : []
  const site = await startSite(url)
  const browser = await startBrowser()
  project.provide('address', site.address)
  project.provide('browser', browser.wsEndpoint())
  project.provide('dataFolder', site.data)
  project.provide('databaseUrl', url)
  project.provide('untouchedUrl', untouchedUrl)
  project.provide('yearUrl', yearUrl)
  return async () => {
    await browser.close()
    await site.stop()
    if (database) await dropCopies(database)
    await database?.stop()
  }
}

const copiesOf = ({ template }: FilledServer) => [`${template}_untouched`, `${template}_year`]

/** Copies the filled database, on which no site has been started yet. @returns the addresses of the copies */
async function copyTwice(database: FilledServer): Promise<string[]> {
  const { url, template } = database
  for (const copy of copiesOf(database))
    await runOnServer(url, `create database ${copy} template ${template}`)
  return copiesOf(database).map((copy) => databaseUrl(url, copy))
}

async function dropCopies(database: FilledServer) {
  for (const copy of copiesOf(database)) await runOnServer(database.url, `drop database ${copy}`)
}
