import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { DatabaseUnusable } from './unusable.ts'

/**
 * Writes a whole PostgreSQL database to a file in its own archive form, which `pg_restore` reads.
 *
 * @throws DatabaseUnusable when `pg_dump` is not installed, is older than the server, or fails
 */
export async function dumpServer(databaseUrl: string, file: string) {
  const child = spawn('pg_dump', ['--format=custom', '--no-password', `--file=${file}`], {
    env: { ...process.env, ...connectionOf(databaseUrl) },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(child, 'close').then(([code]) => Number(code))
  const code = await Promise.race([
    ended,
    once(child, 'error').then(([error]) => Promise.reject(error as Error)),
  ]).catch((error: Error) => {
    throw new DatabaseUnusable('platform.database.noBackup', { reason: error.message })
  })
  if (code === 0) return
  await rm(file, { force: true })
  const reason = said.trim().split('\n', 1)[0] ?? ''
  throw new DatabaseUnusable('platform.database.noBackup', { reason })
}

/** In variables, for what stands on a command line everybody on the machine can read. */
function connectionOf(databaseUrl: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(databaseUrl)
  const sslMode = searchParams.get('sslmode')
  return {
    PGHOST: decodeURIComponent(searchParams.get('host') ?? hostname),
    ...(port === '' ? {} : { PGPORT: port }),
    ...(username === '' ? {} : { PGUSER: decodeURIComponent(username) }),
    ...(password === '' ? {} : { PGPASSWORD: decodeURIComponent(password) }),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(sslMode === null ? {} : { PGSSLMODE: sslMode }),
  }
}
