import { keepFilledServer, makeTemplate, TEMPLATE } from './kept-databases.ts'
import { postgresBinaries, startPostgres } from './postgres-server.ts'
import { runOnServer } from './server-databases.ts'

/** A PostgreSQL server, and on it a migrated and filled database to copy. */
export type FilledServer = {
  url: string
  superuserUrl: string
  template: string
  stop: () => Promise<void>
}

/**
 * The server that `DATABASE_URL` names, on which nothing is kept; else one of our own, started from what is kept.
 *
 * @returns undefined where there is neither
 */
export async function startFilledServer(): Promise<FilledServer | undefined> {
  const url = process.env.DATABASE_URL
  if (url) {
    const template = `${TEMPLATE}_${Date.now()}_${process.pid}`
    await makeTemplate({ url, superuserUrl: url }, template)
    return { url, superuserUrl: url, template, stop: () => runOnServer(url, `drop database ${template}`) }
  }
  if (!postgresBinaries()) return undefined
  const server = await startPostgres({ kept: await keepFilledServer() })
  const { url: owner, superuserUrl } = server
  return { url: owner, superuserUrl, template: TEMPLATE, stop: () => server.stop() }
}
