import { sql } from 'kysely'
import { bindOwner, unbindOwner } from '../database/bind-owner.server.ts'
import type { Copy } from '../database/copy.server.ts'
import { findPending, migrate, migrateTables } from '../database/migrate.server.ts'
import { PUBLIC_ROLE, WEB_ROLE } from '../database/role-names.ts'
import type { Connections, DatabaseTransaction, OpenDatabase } from '../database/types.server.ts'
import type { Manifest } from './manifest.ts'
import { checkBackup, readParts } from './read-backup.server.ts'
import { BackupRefused } from './refused.ts'
import { putFiles } from './restore-files.server.ts'
import { columnIds, dropEverything, findTables, tableId, withoutForeignKeys } from './schema.server.ts'
import { countRows, findSealedHeads, prepareForCopying } from './write-backup.server.ts'

export type Restoring = {
  filesFolder: string
  /** How many changes the database may hold that goes; without it the database must be empty. */
  replace?: number | undefined
  /** Tables whose rows are not taken, whatever the backup has of them. */
  leftOut: readonly string[]
}

/** What was restored, and the names of the migrations by which it was brought up to date. */
export type Restored = { manifest: Manifest; upgradedBy: string[] }

/**
 * Puts back what a backup holds, all or nothing: the tables as they were when it was made, from whichever engine,
 * brought up to date afterwards; the kept files; a new epoch of the journal. Nobody may use the database meanwhile.
 *
 * @throws BackupRefused before anything is changed
 */
export async function restoreBackup(
  database: OpenDatabase,
  file: string,
  { filesFolder, replace, leftOut }: Restoring,
): Promise<Restored> {
  const manifest = await checkBackup(file)
  await demandKnownMigrations(database, manifest)
  await database.asOwner(database.prepare)
  const upgradedBy = await database.asCopier(async (owner, copy) => {
    await demandAlone(owner, database.engine)
    return owner.transaction().execute(async (tx) => {
      await prepareForCopying(tx)
      await demandReplaceable(tx, replace)
      await dropEverything(tx)
      await migrateTables(tx, process.cwd(), manifest.migrations)
      await fill(tx, copy, { file, manifest, leftOut })
      const upgraded = await migrateTables(tx)
      await unbindOwner(tx)
      await beginEpoch(tx)
      await bindOwner(tx)
      // What rows point at is there before they are.
      await putFiles(file, filesFolder, 'missing')
      return upgraded
    })
  })
  await putFiles(file, filesFolder, 'all')
  await migrate(database)
  await database.db.gatherStatistics()
  return { manifest, upgradedBy }
}

async function demandKnownMigrations(database: OpenDatabase, { migrations }: Manifest) {
  const { known } = await database.asOwner((owner) => findPending(owner))
  const unknown = migrations.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new BackupRefused('platform.backup.newerTables', {
      count: unknown.length,
      example: unknown[0] ?? '',
    })
}

/** A process that serves would go on with what it remembers of the database before. */
async function demandAlone(owner: Connections, engine: OpenDatabase['engine']) {
  if (engine === 'pglite') return
  const { rows } = await sql<{ count: number }>`select count(*) from pg_stat_activity
    where datname = current_database() and usename in (${WEB_ROLE}, ${PUBLIC_ROLE})`.execute(owner)
  const count = rows[0]?.count ?? 0
  if (count > 0) throw new BackupRefused('platform.backup.inUse', { count })
}

async function demandReplaceable(tx: DatabaseTransaction, replace: number | undefined) {
  const tables = await findTables(tx)
  if (tables.length === 0) return
  await unbindOwner(tx)
  const hasJournal = tables.some(({ name }) => name === 'platform.change')
  const count = hasJournal ? await countRows(tx, 'platform.change') : 0
  if (replace === undefined)
    throw new BackupRefused('platform.backup.notEmpty', { count, number: String(count) })
  if (replace !== count)
    throw new BackupRefused('platform.backup.otherCount', {
      count,
      number: String(count),
      typed: String(replace),
    })
}

type Source = { file: string; manifest: Manifest; leftOut: readonly string[] }

/** Fills the tables of a database that the same migrations have made. */
async function fill(tx: DatabaseTransaction, copy: Copy, { file, manifest, leftOut }: Source) {
  await unbindOwner(tx)
  await demandSameTables(tx, manifest)
  const names = await findTables(tx)
  await sql`truncate ${sql.raw(names.map(({ name }) => tableId(name)).join(', '))} cascade`.execute(tx)
  await withoutForeignKeys(tx, async () => {
    const rows = new PartsOfTables(file)
    for (const table of manifest.tables) {
      const target = `${tableId(table.name)} (${columnIds(table.columns)})`
      const parts = rows.take(table.parts.map(({ name }) => name))
      if (leftOut.includes(table.name)) for await (const _ of parts);
      else if (table.parts.length > 0) await copy.in(target, parts)
    }
    await rows.end()
  })
  for (const { name, last } of manifest.sequences)
    await sql`select setval(${tableId(name)}::regclass, ${last}::bigint)`.execute(tx)
  await demandWhole(tx, manifest, leftOut, file)
}

async function demandSameTables(tx: DatabaseTransaction, { tables }: Manifest) {
  const columns = new Map((await findTables(tx)).map((table) => [table.name, new Set(table.columns)]))
  for (const table of tables) {
    const known = columns.get(table.name)
    const isSame = known?.size === table.columns.length && table.columns.every((column) => known?.has(column))
    if (!isSame) throw new BackupRefused('platform.backup.otherTables', { table: table.name })
  }
}

/** Counts again, and holds the journal's heads against those that the backup names. */
async function demandWhole(
  tx: DatabaseTransaction,
  manifest: Manifest,
  leftOut: readonly string[],
  file: string,
) {
  for (const { name, rows } of manifest.tables) {
    const isWhole = leftOut.includes(name) || (await countRows(tx, name)) === rows
    if (!isWhole) throw new BackupRefused('platform.backup.damaged', { file })
  }
  if (manifest.heads.length === 0) return
  const heads = JSON.stringify(await findSealedHeads(tx))
  if (heads !== JSON.stringify(manifest.heads)) throw new BackupRefused('platform.backup.damaged', { file })
}

/** The numbers of transactions are another server's now: what is written from here on comes after all there is. */
const beginEpoch = (tx: DatabaseTransaction) =>
  sql`insert into platform.epoch (number) select platform.current_epoch() + 1`.execute(tx)

/** Goes through a backup once, table by table in the order in which they stand in it. */
class PartsOfTables {
  readonly #parts: ReturnType<typeof readParts>

  constructor(file: string) {
    this.#parts = readParts(file)
  }

  async *take(names: readonly string[]): AsyncGenerator<Buffer> {
    for (const name of names) {
      const { value } = await this.#parts.next()
      if (value?.name !== name) throw new BackupRefused('platform.backup.damaged', { file: name })
      yield* value.body
    }
  }

  async end() {
    await this.#parts.return(undefined)
  }
}
