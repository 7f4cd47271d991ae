import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type QueryExecutorProvider, sql } from 'kysely'
import { bindOwner, unbindOwner } from '../database/bind-owner.server.ts'
import type { Copy } from '../database/copy.server.ts'
import { findPending } from '../database/migrate.server.ts'
import type { OpenDatabase } from '../database/types.server.ts'
import { sealJournal } from '../journal/seal.server.ts'
import { FORMAT, MANIFEST, type Manifest, type Part } from './manifest.ts'
import { BackupRefused } from './refused.ts'
import { columnIds, findSequences, findTables, type TableOf, tableId } from './schema.server.ts'
import { TAR_END, tarHeader, tarPadding } from './tar.ts'

export type Saving = {
  /** Folder of kept files; it need not be there. */
  filesFolder: string
  /** Tells which secret the data are encrypted under, without telling it. */
  secretMark: string | null
  program: string
  /** Tables whose rows are left out. */
  leftOut: readonly string[]
}

/**
 * Writes everything to one file, as of one instant and for nobody but its owner (mode 0600): the rows of all tables
 * in a form that either engine takes, the kept files, and at the end what it should all add up to. On a server
 * everybody works on meanwhile; on the embedded database they wait.
 *
 * @throws BackupRefused when the file is there already or the database holds nothing
 */
export async function writeBackup(database: OpenDatabase, file: string, saving: Saving): Promise<Manifest> {
  if (await exists(file)) throw new BackupRefused('platform.backup.exists', { file })
  const { isNew, names } = await database.asOwner((owner) => findPending(owner))
  if (isNew) throw new BackupRefused('platform.backup.nothing')
  if (names.length === 0) await sealJournal(database.db)
  const unfinished = `${file}.part`
  await rm(unfinished, { force: true })
  try {
    const manifest = await writeWhole(database, unfinished, saving)
    await rename(unfinished, file)
    return manifest
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function writeWhole(database: OpenDatabase, file: string, saving: Saving): Promise<Manifest> {
  const target = createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true })
  // The owner is bound by the policies too, and would see a part only.
  await database.asOwner(unbindOwner)
  try {
    return await database.asCopier(async (owner, copy) => {
      const tx = await owner.startTransaction().setIsolationLevel('repeatable read').execute()
      try {
        const writing = new Writing(tx, copy, saving, database.engine)
        await pipeline(Readable.from(writing.entries()), createGzip(), target)
        return writing.manifest
      } finally {
        await tx.rollback().execute()
      }
    })
  } finally {
    await database.asOwner(bindOwner)
  }
}

/** So much of a table goes into one entry of the file, for its size stands before it. */
const PART_BYTES = 4 << 20

/** Makes the entries of a backup one after the other. */
class Writing {
  readonly #db: QueryExecutorProvider
  readonly #copy: Copy
  readonly #saving: Saving
  readonly #at = new Date()
  readonly manifest: Manifest

  constructor(db: QueryExecutorProvider, copy: Copy, saving: Saving, engine: Manifest['engine']) {
    this.#db = db
    this.#copy = copy
    this.#saving = saving
    this.manifest = {
      format: FORMAT,
      program: saving.program,
      engine,
      at: this.#at.toISOString(),
      migrations: [],
      tables: [],
      leftOut: [],
      sequences: [],
      files: [],
      heads: [],
      secretMark: saving.secretMark,
    }
  }

  async *entries(): AsyncGenerator<Buffer> {
    await prepareForCopying(this.#db)
    const tables = await findTables(this.#db)
    this.manifest.migrations = await findMigrations(this.#db)
    this.manifest.sequences = await findSequences(this.#db)
    if (tables.some(({ name }) => name === 'platform.seal_head'))
      this.manifest.heads = await findSealedHeads(this.#db)
    for (const table of tables) yield* this.#table(table)
    yield* this.#files()
    yield* this.#entry(MANIFEST, Buffer.from(JSON.stringify(this.manifest, undefined, 1)))
    yield TAR_END
  }

  async *#table({ name, columns }: TableOf): AsyncGenerator<Buffer> {
    if (this.#saving.leftOut.includes(name)) {
      this.manifest.leftOut.push(name)
      return
    }
    const rows = await countRows(this.#db, name)
    const parts: Part[] = []
    const source = `(select ${columnIds(columns)} from ${tableId(name)})`
    for await (const bytes of inParts(this.#copy.out(source))) {
      const part = `tables/${name}.${String(parts.length + 1).padStart(5, '0')}.copy`
      parts.push({ name: part, bytes: bytes.length, sha256: hashOf(bytes) })
      yield* this.#entry(part, bytes)
    }
    this.manifest.tables.push({ name, columns, rows, parts })
  }

  async *#files(): AsyncGenerator<Buffer> {
    const folder = this.#saving.filesFolder
    const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreNone)
    for (const entry of found.filter((one) => one.isFile())) {
      const path = join(entry.parentPath, entry.name)
      const size = (await stat(path)).size
      const name = `files/${path.slice(folder.length + 1).replaceAll('\\', '/')}`
      const hash = createHash('sha256')
      yield tarHeader(name, size, this.#at)
      let read = 0
      if (size > 0)
        for await (const bytes of createReadStream(path, { end: size - 1 }) as AsyncIterable<Buffer>) {
          hash.update(bytes)
          read += bytes.length
          yield bytes
        }
      if (read !== size) throw new BackupRefused('platform.backup.fileChanged', { file: path })
      yield tarPadding(size)
      this.manifest.files.push({ name, bytes: size, sha256: hash.digest('hex') })
    }
  }

  *#entry(name: string, bytes: Buffer): Generator<Buffer> {
    yield tarHeader(name, bytes.length, this.#at)
    yield bytes
    yield tarPadding(bytes.length)
  }
}

/** The text of each value is the same wherever it is written and read. */
export async function prepareForCopying(tx: QueryExecutorProvider) {
  const settings = {
    datestyle: 'ISO, YMD',
    timezone: 'UTC',
    intervalstyle: 'postgres',
    bytea_output: 'hex',
    extra_float_digits: '1',
    statement_timeout: '0',
    idle_in_transaction_session_timeout: '0',
  }
  for (const [name, value] of Object.entries(settings))
    await sql`set local ${sql.id(name)} = ${sql.lit(value)}`.execute(tx)
}

async function findMigrations(db: QueryExecutorProvider): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration
    order by "timestamp", name`.execute(db)
  return rows.map(({ name }) => name)
}

/** The heads as they stand in the tables; whoever asks is bound by no policy. */
export async function findSealedHeads(db: QueryExecutorProvider): Promise<Manifest['heads']> {
  const { rows } = await sql<Manifest['heads'][number]>`select municipality_id as municipality, stream,
    encode(hash, 'hex') as head from platform.seal_head order by 1, 2`.execute(db)
  return rows
}

export async function countRows(db: QueryExecutorProvider, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from ${sql.raw(tableId(table))}`.execute(db)
  return rows[0]?.count ?? 0
}

async function* inParts(rows: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const piece of rows) {
    waiting.push(piece)
    length += piece.length
    if (length < PART_BYTES) continue
    yield Buffer.concat(waiting)
    waiting = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(waiting)
}

export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export const exists = (file: string) =>
  open(file).then(
    async (handle) => {
      await handle.close()
      return true
    },
    () => false,
  )

export function ignoreNone(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return []
  throw error
}
