import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { readSettings, type Settings } from '../settings.server.ts'

/** Where contents of files are, beside the database and outside of everything that is served: a backup has both. */
export const filesFolder = ({ dataFolder }: Pick<Settings, 'dataFolder'> = readSettings()) =>
  join(dataFolder, 'files')

const SHA256 = /^[0-9a-f]{64}$/
const UUID = /^[0-9a-f-]{36}$/

function pathOf(folder: string, municipalityId: string, sha256: string) {
  if (!UUID.test(municipalityId) || !SHA256.test(sha256)) throw new RangeError('pathOf: neither id nor hash')
  return join(folder, municipalityId, sha256)
}

/**
 * Writes a content to the disk, where the same content is kept once, and answers its hash. It is there for good
 * before the answer: whoever then fails to write its row leaves a content that a job removes a day later.
 */
export async function writeContent(
  folder: string,
  municipalityId: string,
  bytes: Uint8Array,
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = pathOf(folder, municipalityId, sha256)
  if (await isThere(path, bytes.length)) {
    // It is as good as new, so nobody takes it for one that was left behind.
    await utimes(path, new Date(), new Date())
    return sha256
  }
  await mkdir(join(folder, municipalityId), { recursive: true, mode: 0o700 })
  const draft = `${path}.${uuidv7()}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, path)
  return sha256
}

/** A content as it is read from the disk. @throws ENOENT when it is not there */
export async function readContent(folder: string, file: { municipalityId: string; sha256: string }) {
  const path = pathOf(folder, file.municipalityId, file.sha256)
  await stat(path)
  return createReadStream(path)
}

/** Removes contents of a municipality that are older than a moment and that no row names. @returns how many */
export async function removeContents(
  folder: string,
  municipalityId: string,
  { known, before }: { known: ReadonlySet<string>; before: Date },
): Promise<number> {
  let removed = 0
  for (const name of await namesIn(join(folder, municipalityId))) {
    if (known.has(name)) continue
    const path = join(folder, municipalityId, name)
    const { mtime } = await stat(path)
    if (mtime >= before) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

/** Municipalities that have contents on the disk. */
export const municipalitiesIn = async (folder: string) =>
  (await namesIn(folder)).filter((name) => UUID.test(name))

const namesIn = (folder: string) =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

async function isThere(path: string, bytes: number) {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() === true && found.size === bytes
}
