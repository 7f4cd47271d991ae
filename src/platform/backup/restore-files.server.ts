import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readParts } from './read-backup.server.ts'
import { BackupRefused } from './refused.ts'
import { exists, ignoreNone } from './write-backup.server.ts'

const PREFIX = 'files/'

/**
 * Puts the kept files of a backup into their folder, each at once under its name.
 *
 * @param which `missing`: those that are not there, so that nothing of what is there is touched; `all`: every one,
 *   and what the backup does not have goes
 */
export async function putFiles(file: string, folder: string, which: 'missing' | 'all') {
  const wanted = new Set<string>()
  for await (const { name, body } of readParts(file)) {
    if (!name.startsWith(PREFIX)) continue
    const path = resolve(folder, name.slice(PREFIX.length))
    if (!path.startsWith(`${resolve(folder)}${sep}`))
      throw new BackupRefused('platform.backup.damaged', { file })
    wanted.add(path)
    if (which === 'missing' && (await exists(path))) continue
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const unfinished = `${path}.restoring`
    await pipeline(Readable.from(body), createWriteStream(unfinished, { mode: 0o600, flush: true }))
    await rename(unfinished, path)
  }
  if (which === 'all') await removeOthers(folder, wanted)
}

async function removeOthers(folder: string, wanted: ReadonlySet<string>) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreNone)
  for (const entry of found.filter((one) => one.isFile())) {
    const path = join(resolve(entry.parentPath), entry.name)
    if (!wanted.has(path)) await rm(path, { force: true })
  }
}
