import { type FileHandle, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { askHolder, takeKernelName } from './kernel-name.server.ts'
import { identifyThisProcess, isRunning, type ProcessIdentity, thisSpace } from './process-identity.server.ts'

/** Folders that this process holds, since its own number in a file may as well be a predecessor's. */
const held = new Set<string>()

/** How often a holder shows that it lives, and how long others wait for that sign. */
const BEAT_MS = 2000
const PATIENCE_MS = 20_000

/**
 * Takes the embedded database's folder for this process. Two processes on one folder would destroy it, so two
 * things are held: a name that only the system can take back, and a lock file beside the folder, which those
 * see for whom the name is out of sight (another container, another system).
 *
 * @param folder exists
 * @param patienceMs how long to wait for a sign of life of a holder in another container
 * @returns a function that gives the folder back
 * @throws FolderInUse when a living process holds it; a lock left by a killed process is taken over
 */
export async function lockFolder(folder: string, { patienceMs = PATIENCE_MS } = {}) {
  const file = join(folder, '..', 'database.lock')
  if (held.has(file)) throw new FolderInUse(folder, String(process.pid))
  held.add(file)
  let giveBackName: Awaited<ReturnType<typeof takeKernelName>>
  try {
    giveBackName = await takeKernelName(folder)
    if (giveBackName === undefined) throw new FolderInUse(folder, await nameHolder(folder, file))
    const giveBackFile = await takeFile(folder, file, patienceMs)
    return async () => {
      await giveBackFile()
      if (typeof giveBackName === 'function') await giveBackName()
      held.delete(file)
    }
  } catch (error) {
    if (typeof giveBackName === 'function') await giveBackName()
    held.delete(file)
    throw error
  }
}

/** Who has the name: the system knows it best, the lock file next to best. */
async function nameHolder(folder: string, file: string): Promise<string | undefined> {
  const asked = await askHolder(folder)
  if (asked !== undefined) return String(asked)
  const written = await readHolder(file)
  return written && (await isRunning(written)) ? String(written.process) : undefined
}

async function takeFile(folder: string, file: string, patienceMs: number) {
  const identity = JSON.stringify(await identifyThisProcess())
  for (;;) {
    try {
      return await keepFile(await createFile(file, identity), file, identity)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = await readHolder(file)
      const name = await holderName(holder, file, patienceMs)
      if (name !== undefined) throw new FolderInUse(folder, name)
      await removeStale(file, holder)
    }
  }
}

async function createFile(file: string, identity: string): Promise<FileHandle> {
  const handle = await open(file, 'wx')
  await handle.writeFile(identity)
  return handle
}

/** Holds the file open, touches it now and then, and makes it anew when somebody has deleted it. */
async function keepFile(first: FileHandle, file: string, identity: string) {
  let handle = first
  let beating = Promise.resolve()
  const beat = async () => {
    const now = new Date()
    const isThere = await stat(file).then(
      () => true,
      () => false,
    )
    if (!isThere) {
      const again = await createFile(file, identity).catch(() => undefined)
      if (again) {
        await handle.close()
        handle = again
      }
    }
    await handle.utimes(now, now).catch(() => undefined)
  }
  const timer = setInterval(() => {
    beating = beating.then(beat).catch(() => undefined)
  }, BEAT_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await beating
    const ours = await handle.stat()
    const theirs = await stat(file).catch(() => undefined)
    if (theirs?.ino === ours.ino) await rm(file, { force: true })
    await handle.close()
  }
}

/** What a lock file says of its holder. One that was made this moment is empty until its maker has written. */
async function readHolder(file: string): Promise<ProcessIdentity | undefined> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const content = await readFile(file, 'utf8').catch(() => undefined)
    if (content === undefined) return undefined
    if (content !== '') return parseHolder(content)
    await sleep(25)
  }
  return undefined
}

/** Version 0.1.0 wrote the process's number only. */
function parseHolder(content: string): ProcessIdentity | undefined {
  if (/^\d+\s*$/.test(content)) return { process: Number(content) }
  try {
    return JSON.parse(content) as ProcessIdentity
  } catch {
    return undefined
  }
}

/** The living holder's name; undefined when the lock was left behind. */
async function holderName(holder: ProcessIdentity | undefined, file: string, patienceMs: number) {
  if (holder === undefined) return undefined
  const isElsewhere = holder.space !== undefined && holder.space !== (await thisSpace())
  if (!isElsewhere) return (await isRunning(holder)) ? String(holder.process) : undefined
  return (await isBeating(file, patienceMs)) ? `${holder.process} (${holder.host})` : undefined
}

/** Whether the holder touches its file while we wait: the only sign of life from another container. */
async function isBeating(file: string, patienceMs: number): Promise<boolean> {
  const touchedAt = async () => (await stat(file).catch(() => undefined))?.mtimeMs
  const before = await touchedAt()
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    await sleep(Math.min(500, patienceMs / 4))
    if ((await touchedAt()) !== before) return true
  }
  return false
}

/** Removes a dead process's lock, unless a third process has done so and put its own in the place. */
async function removeStale(file: string, holder: ProcessIdentity | undefined) {
  const aside = `${file}.${process.pid}`
  try {
    await rename(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const isTheSame = JSON.stringify(await readHolder(aside)) === JSON.stringify(holder)
  if (!isTheSame) await rename(aside, file)
  else await rm(aside, { force: true })
}

/** The embedded database is open in another process; the message says how to go on. */
export class FolderInUse extends Error {
  readonly folder: string
  /** Number of the process that has it, with its machine when that is another; undefined when not known. */
  readonly holder: string | undefined

  constructor(folder: string, holder: string | undefined) {
    super(
      `The database in ${folder} is in use by ${holder === undefined ? 'another process' : `process ${holder}`}. ` +
        'Stop that process first, or run Izaugsme on a PostgreSQL server (DATABASE_URL), which many processes may share.',
    )
    this.folder = folder
    this.holder = holder
  }
}
