import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Locks that this process holds, since its own number in a file may as well be a predecessor's. */
const held = new Set<string>()

/**
 * Takes the embedded database's folder for this process. Two processes on one folder would destroy it.
 *
 * @returns a function that gives the folder back
 * @throws FolderInUse when a living process holds it; a lock left by a killed process is taken over
 */
export async function lockFolder(folder: string) {
  const file = join(folder, '..', 'database.lock')
  if (held.has(file)) throw new FolderInUse(folder, process.pid)
  held.add(file)
  try {
    await takeLock(folder, file)
  } catch (error) {
    held.delete(file)
    throw error
  }
  return async () => {
    await rm(file, { force: true })
    held.delete(file)
  }
}

async function takeLock(folder: string, file: string) {
  for (;;) {
    try {
      return await writeFile(file, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = await readHolder(file)
      if (isAlive(holder)) throw new FolderInUse(folder, holder)
      await removeStale(file, holder)
    }
  }
}

/** The number in a lock file. One that was made this moment is empty until its maker has written to it. */
async function readHolder(file: string) {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const content = await readFile(file, 'utf8').catch(() => undefined)
    if (content !== '') return Number(content)
    await sleep(25)
  }
  return Number.NaN
}

/** Removes a dead process's lock, unless a third process has done so and put its own in the place. */
async function removeStale(file: string, holder: number) {
  const aside = `${file}.${process.pid}`
  try {
    await rename(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (!Object.is(await readHolder(aside), holder)) await rename(aside, file)
  else await rm(aside, { force: true })
}

/** The embedded database is open in another process; the message says how to go on. */
export class FolderInUse extends Error {
  readonly folder: string
  /** Number of the process that has it. */
  readonly holder: number

  constructor(folder: string, holder: number) {
    super(
      `The database in ${folder} is in use by process ${holder}. Stop that process first, ` +
        'or run Izaugsme on a PostgreSQL server (DATABASE_URL), which many processes may share.',
    )
    this.folder = folder
    this.holder = holder
  }
}

function isAlive(pid: number) {
  if (!Number.isInteger(pid) || pid < 1 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
