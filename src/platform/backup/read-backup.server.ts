import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { FORMAT, MANIFEST, Manifest, partsOf } from './manifest.ts'
import { BackupRefused } from './refused.ts'
import { BrokenTar, readTar, type TarEntry } from './tar.ts'

/** Largest manifest that is believed; it grows with the number of tables and files. */
const MOST_MANIFEST_BYTES = 256 << 20

/** Reads the parts of a backup that was checked, one after the other. */
export async function* readParts(file: string): AsyncGenerator<TarEntry> {
  const gunzip = createGunzip()
  // What goes wrong is met by whoever reads the other end.
  pipeline(createReadStream(file), gunzip, () => undefined)
  try {
    yield* readTar(gunzip)
  } finally {
    gunzip.destroy()
  }
}

function asRefused(error: unknown, file: string): unknown {
  const code = String((error as NodeJS.ErrnoException).code)
  if (code === 'ENOENT' || code === 'EISDIR')
    return new BackupRefused('platform.backup.noFile', { file }, error)
  if (code === 'Z_BUF_ERROR') return new BackupRefused('platform.backup.cut', { file }, error)
  if (error instanceof BrokenTar || code.startsWith('Z_'))
    return new BackupRefused('platform.backup.damaged', { file }, error)
  return error
}

/**
 * Reads a backup to its end and holds every part against what it says of itself.
 *
 * @throws BackupRefused naming what is wrong: cut, damaged, or made by a newer program
 */
export async function checkBackup(file: string): Promise<Manifest> {
  try {
    return await checkParts(file)
  } catch (error) {
    throw asRefused(error, file)
  }
}

async function checkParts(file: string): Promise<Manifest> {
  const found: { name: string; bytes: number; sha256: string }[] = []
  let manifest: Manifest | undefined
  for await (const { name, size, body } of readParts(file)) {
    if (manifest) throw new BackupRefused('platform.backup.damaged', { file })
    if (name === MANIFEST) manifest = await readManifest(body, size, file)
    else found.push({ name, bytes: size, sha256: await hashWhole(body) })
  }
  if (!manifest) throw new BackupRefused('platform.backup.cut', { file })
  const wanted = partsOf(manifest)
  const isWhole =
    wanted.length === found.length &&
    wanted.every((part, index) => {
      const { name, bytes, sha256 } = found[index] ?? {}
      return name === part.name && bytes === part.bytes && sha256 === part.sha256
    })
  if (!isWhole) throw new BackupRefused('platform.backup.damaged', { file })
  return manifest
}

async function readManifest(body: AsyncIterable<Buffer>, size: number, file: string): Promise<Manifest> {
  if (size > MOST_MANIFEST_BYTES) throw new BackupRefused('platform.backup.damaged', { file })
  const pieces: Buffer[] = []
  for await (const piece of body) pieces.push(piece)
  const json: unknown = parse(String(Buffer.concat(pieces)))
  const { format } = (json ?? {}) as { format?: unknown }
  if (typeof format === 'number' && format > FORMAT)
    throw new BackupRefused('platform.backup.newer', { file })
  const manifest = Manifest.safeParse(json)
  if (!manifest.success) throw new BackupRefused('platform.backup.damaged', { file }, manifest.error)
  return manifest.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function hashWhole(body: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of body) hash.update(piece)
  return hash.digest('hex')
}
