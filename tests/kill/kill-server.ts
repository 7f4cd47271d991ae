import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { bindOwner, unbindOwner } from '#platform/database/bind-owner.server.ts'
import { migrate } from '#platform/database/migrate.server.ts'
import { type OpenDatabase, openDatabase } from '#platform/database/open.server.ts'
import { beginAsSealer, readAs } from '#platform/database/scope.server.ts'
import { askServer } from '#platform/hand-over/ask-server.server.ts'
import { bossOf, prepareQueues } from '#platform/jobs/start-jobs.server.ts'
import { findLostChanges } from '#platform/journal/lost-changes.server.ts'
import { findJournalFaults } from '#platform/journal/verify.server.ts'
import { operator } from '#platform/users.ts'
import { importFolder } from '../../src/app/import.server.ts'
import { everyJob } from '../../src/app/jobs.server.ts'
import { everyReach } from '../../src/app/reach.server.ts'
import { type Driver, drivers, type Stand } from './drivers.ts'
import { passTime } from './pass-time.ts'
import { type People, signInPeople } from './people.ts'

export type Killing = {
  times: number
  /** Address of a server's database and its owner; without one the embedded database. */
  databaseUrl?: string | undefined
  random: () => number
  /** Told after each kill. */
  tell?: (round: number, saved: number) => void
}

/** How often was killed, in what, what had been acknowledged by then, and what is amiss. */
export type Killed = { kills: number; starting: number; saved: Record<string, number>; faults: string[] }

/** One kill in so many comes while the server is starting. */
const STARTING = 6
/** After this long with a server every driver has saved something, most of the time. */
const LONGEST_LIFE_MS = { embedded: 4000, server: 5000 }
const LONGEST_START_MS = 1500
/** So many drivers save beside the first one. */
const AT_ONCE = 4
/** This part of the kills comes soon after a driver has said that it tells something now. */
const AIMED = 0.5
const AIMED_WITHIN_MS = 600
const LONGEST_AIMING_MS = 15_000
const SECRET = 'a secret of the kills, with more than 32 characters'

/**
 * Starts the built server, has everything saved that there is a driver for, kills the server at a random moment
 * with SIGKILL, and looks whether all that was acknowledged is there and nothing by half; again and again.
 */
export async function killServer({ times, databaseUrl, random, tell }: Killing): Promise<Killed> {
  const folder = await mkdtemp(join(tmpdir(), 'izaugsme-kill-'))
  const killed: Killed = { kills: 0, starting: 0, saved: {}, faults: [] }
  const acknowledged = new Map<string, string[]>(drivers.map(({ name }) => [name, []]))
  const numbers = { next: 1 }
  try {
    const people = await prepare({ databaseUrl, dataFolder: folder })
    for (let round = 1; round <= times && killed.faults.length === 0; round += 1) {
      const isStarting = random() * STARTING < 1
      await liveOnce({ databaseUrl, folder, people, isStarting, random, acknowledged, numbers })
      killed.kills += 1
      if (isStarting) killed.starting += 1
      killed.faults = await findFaults({ databaseUrl, dataFolder: folder }, acknowledged)
      for (const [name, saved] of acknowledged) killed.saved[name] = saved.length
      tell?.(round, [...acknowledged.values()].flat().length)
    }
    if (killed.faults.length === 0) {
      await settle({ databaseUrl, folder, people })
      killed.faults = await findFaults({ databaseUrl, dataFolder: folder }, acknowledged, true)
    }
    return killed
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Where = { databaseUrl: string | undefined; dataFolder: string }

async function prepare(where: Where): Promise<People> {
  const open = await openDatabase(where)
  await migrate(open)
  await importFolder(open.db, 'data/latvia')
  await importFolder(open.db, 'data/liepaja-2020-2025')
  await prepareQueues(bossOf(open.db, { supervise: false, schedule: false }), everyJob)
  const people = await signInPeople(open.db, SECRET)
  await open.close()
  return people
}

type Served = { databaseUrl: string | undefined; folder: string; people: People }
type Life = Served & {
  isStarting: boolean
  random: () => number
  acknowledged: ReadonlyMap<string, string[]>
  numbers: { next: number }
}

function startServer({ databaseUrl, folder, people }: Served) {
  const environment = {
    ...process.env,
    PORT: '0',
    IZAUGSME_DATA: folder,
    IZAUGSME_DEMO: 'none',
    IZAUGSME_SECRET: SECRET,
    // Every visitor has an address of its own, as behind a proxy.
    IZAUGSME_PROXY: '127.0.0.1',
    IZAUGSME_LOG: 'off',
    DATABASE_URL: databaseUrl ?? '',
  }
  const server = spawn(process.execPath, ['build/server/index.js'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const commands = new Set<ChildProcess>()
  const stand: Omit<Stand, 'address' | 'aim'> = {
    folder,
    ...people,
    command: async (...words) => {
      // What the command does that finds the server of its folder, without the second of starting it.
      if (databaseUrl === undefined) {
        const asked = { words, folder: process.cwd() }
        const silent = { tell: () => undefined, complain: () => undefined }
        return (await askServer(folder, asked, silent)) ?? null
      }
      const child = spawn(process.execPath, ['src/app/cli.ts', ...words], {
        env: environment,
        stdio: 'ignore',
      })
      commands.add(child)
      const [code] = (await once(child, 'exit')) as [number | null]
      commands.delete(child)
      return code
    },
  }
  return {
    server,
    stand,
    kill: async () => {
      const ended = server.exitCode === null ? once(server, 'exit') : Promise.resolve()
      server.kill('SIGKILL')
      // On a server they are processes of their own, in the middle of the same work.
      for (const command of commands) command.kill('SIGKILL')
      await ended
    },
  }
}

async function liveOnce({ isStarting, random, acknowledged, numbers, ...served }: Life) {
  const { server, stand, kill } = startServer(served)
  const life = { isOver: false }
  const aimed =
    random() < AIMED
      ? chosen(
          drivers.filter(({ isAiming }) => isAiming),
          1,
          random,
        )[0]
      : undefined
  const target = Promise.withResolvers<void>()
  // Not all of them each time, or the slow ones would never come to their end beside the quick ones.
  const present = new Set([...drivers.slice(0, 1), ...chosen(drivers.slice(1), AT_ONCE, random)])
  if (aimed) present.add(aimed)
  const saving = isStarting
    ? Promise.resolve()
    : addressOf(server).then((address) =>
        Promise.all(
          [...present].map((driver) => {
            const aim = () => (driver === aimed ? target.resolve() : undefined)
            return saveOnAndOn(driver, { ...stand, address, aim }, { life, acknowledged, numbers })
          }),
        ),
      )
  if (!isStarting) await addressOf(server)
  const longest = LONGEST_LIFE_MS[served.databaseUrl === undefined ? 'embedded' : 'server']
  if (aimed && !isStarting) {
    await Promise.race([target.promise, sleep(LONGEST_AIMING_MS)])
    await sleep(random() * AIMED_WITHIN_MS)
  } else await sleep(random() * (isStarting ? LONGEST_START_MS : longest))
  life.isOver = true
  await kill()
  await saving
}

/** So many of some, at random. */
function chosen<One>(all: readonly One[], many: number, random: () => number): One[] {
  const left = [...all]
  return Array.from({ length: Math.min(many, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat()
}

/** A server that is left alone until what was acknowledged has come to its end. */
async function settle(served: Served) {
  const { server, stand, kill } = startServer(served)
  const address = await addressOf(server)
  for (const driver of drivers) await driver.settle?.({ ...stand, address, aim: () => undefined })
  await kill()
}

const addresses = new WeakMap<ChildProcess, Promise<string>>()

/** The address that a starting server prints. @throws when it ends before */
function addressOf(server: ChildProcess): Promise<string> {
  const known = addresses.get(server)
  if (known || !server.stdout) return known ?? Promise.reject(new Error('no output'))
  const lines = createInterface({ input: server.stdout })
  const address = Promise.race([
    new Promise<string>((found) =>
      lines.on('line', (line) => {
        const [url] = /http:\/\/\S+/.exec(line) ?? []
        if (url) found(url)
      }),
    ),
    once(server, 'exit').then(() => Promise.reject(new Error('The server ended before it served'))),
  ])
  addresses.set(server, address)
  return address
}

type Round = Pick<Life, 'acknowledged' | 'numbers'> & { life: { isOver: boolean } }

async function saveOnAndOn(driver: Driver, stand: Stand, { life, acknowledged, numbers }: Round) {
  while (!life.isOver) {
    const number = numbers.next
    numbers.next += 1
    // A server that was killed on the way has acknowledged nothing.
    const saved = await driver.save(stand, number).catch(() => undefined)
    if (saved !== undefined) acknowledged.get(driver.name)?.push(saved)
    if (saved === undefined) await sleep(20)
  }
}

/** Opens the database as it was left, and looks. */
async function findFaults(
  where: Where,
  acknowledged: ReadonlyMap<string, readonly string[]>,
  isSettled = false,
) {
  const open = await openDatabase(where)
  try {
    await untilAlone(open)
    const faults: string[] = []
    await open.asOwner(unbindOwner)
    await open.asOwner(async (owner) => {
      for (const driver of drivers)
        faults.push(...(await driver.findFaults(owner, acknowledged.get(driver.name) ?? [], { isSettled })))
    })
    await open.asOwner(bindOwner)
    const broken = await beginAsSealer(open.db, (tx) => findJournalFaults(tx))
    await passTime(open)
    const lost = await readAs(open.db, operator(), (tx) => findLostChanges(tx, everyReach))
    return [...faults, ...[...broken, ...lost].map((fault) => JSON.stringify(fault))]
  } finally {
    await open.close()
  }
}

/** What a killed process has sent to a server, the server does to its end, or gives up. */
async function untilAlone(open: OpenDatabase) {
  if (open.engine === 'pglite') return
  for (;;) {
    const { rows } = await open.asOwner((owner) =>
      sql<{ count: number }>`select count(*) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(owner),
    )
    if (rows[0]?.count === 0) return
    await sleep(50)
  }
}
