import { sql } from 'kysely'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { OpenDatabase } from '#platform/database/open.server.ts'

/** The same server, another database. */
export function databaseUrl(serverUrl: string, name: string) {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement on a server, outside any test database. */
export async function runOnServer(serverUrl: string, statement: string) {
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Ends the connections that listen on a channel of this database, as a restarted server would. */
export async function endListeners(open: OpenDatabase, channel: string) {
  const { rows } = await open.asOwner((owner) =>
    sql<{ name: string }>`select current_database() as name`.execute(owner),
  )
  await runOnServer(
    inject('server').superuserUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = '${rows[0]?.name}' and query like 'listen%${channel}%'`,
  )
}
