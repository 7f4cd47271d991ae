import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type QueryExecutorProvider, sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import { resumeJournal } from '../journal/seal.server.ts'
import { bindOwner } from './bind-owner.server.ts'
import { type Protection, protectDatabase } from './protect.server.ts'
import { statementsOf } from './statements.ts'
import type { Connections, OpenDatabase } from './types.server.ts'

/**
 * Every module's migrations in one timeline, ordered by the UTC minute that begins each file name. They are
 * frozen SQL: what a newer program says about tables cannot change what an older one has made.
 */
function migrationsUnder(root: string, only?: readonly string[]): MigrationProvider {
  return {
    async getMigrations() {
      const found: Record<string, Migration> = {}
      for (const file of await readdir(join(root, 'src'), { recursive: true })) {
        const name = /(?:^|\/)migrations\/([^/]+)\.sql$/.exec(file.replaceAll('\\', '/'))?.[1]
        if (!name || only?.includes(name) === false) continue
        if (found[name]) throw new Error(`Two migrations are called ${name}`)
        const statements = statementsOf(await readFile(join(root, 'src', file), 'utf8'))
        found[name] = { up: (db) => runAll(db, statements) }
      }
      return found
    },
  }
}

async function runAll(db: QueryExecutorProvider, statements: readonly string[]) {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** Whether a database holds nothing of ours yet, the names of the migrations it still needs, and of all there are. */
export async function findPending(owner: Connections, root = process.cwd()) {
  const migrator = new Migrator({ db: owner, provider: migrationsUnder(root) })
  const migrations = await migrator.getMigrations()
  const known = migrations.map(({ name }) => name)
  const names = migrations.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name)
  return { isNew: names.length === known.length, names, known }
}

/** Names of the migrations that ran, none when all had; and the protection that only a superuser can give. */
export type Migrated = { names: string[]; missing: Protection[] }

/**
 * Brings the database up to date with the code under `root` (the repository's folder): its roles and logins,
 * its tables, what is taken from everybody, and the journal. Branches may add migrations in any order:
 * whatever has not run yet runs now.
 *
 * @throws DatabaseUnusable when the server is too old or its logins cannot sign in
 */
export async function migrate(open: OpenDatabase, root = process.cwd()): Promise<Migrated> {
  const migrated = await open.asOwner(async (owner) => {
    await open.prepare(owner)
    await bindOwner(owner)
    return { names: await migrateTables(owner, root), missing: await protectDatabase(owner) }
  })
  await resumeJournal(open.db)
  return migrated
}

/**
 * Runs the migrations alone, in the owner's name and where the roles are there.
 *
 * @param only names of those that may run; without it all
 * @returns the names of those that ran
 */
export async function migrateTables(
  owner: Connections,
  root = process.cwd(),
  only?: readonly string[],
): Promise<string[]> {
  const provider = migrationsUnder(root, only)
  const migrator = new Migrator({ db: owner, provider, allowUnorderedMigrations: true })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.map((result) => result.migrationName)
}
