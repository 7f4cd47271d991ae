import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Takes the embedded database's folder for this process. Two processes on one folder would destroy it.
 *
 * @returns a function that gives the folder back
 * @throws FolderInUse when a living process holds it; a lock left by a killed process is taken over
 */
export async function lockFolder(folder: string) {
  const file = join(folder, '..', 'database.lock')
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' })
      return () => rm(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(await readFile(file, 'utf8').catch(() => ''))
      if (isAlive(holder)) throw new FolderInUse(folder, holder)
      await rm(file, { force: true })
    }
  }
}

/** The embedded database is open in another process; the message says how to go on. */
export class FolderInUse extends Error {
  constructor(folder: string, holder: number) {
    super(
      `The database in ${folder} is in use by process ${holder}. Stop that process first, ` +
        'or run Izaugsme on a PostgreSQL server (DATABASE_URL), which many processes may share.',
    )
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
