import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type QueryExecutorProvider, sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import { prepareRoles } from './roles.server.ts'
import { statementsOf } from './statements.ts'
import type { Database } from './types.server.ts'

/**
 * Every module's migrations in one timeline, ordered by the UTC minute that begins each file name. They are
 * frozen SQL: what a newer program says about tables cannot change what an older one has made.
 */
function migrationsUnder(root: string): MigrationProvider {
  return {
    async getMigrations() {
      const found: Record<string, Migration> = {}
      for (const file of await readdir(join(root, 'src'), { recursive: true })) {
        const name = /(?:^|\/)migrations\/([^/]+)\.sql$/.exec(file.replaceAll('\\', '/'))?.[1]
        if (!name) continue
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

/**
 * Brings the database up to date with the code under `root` (the repository's folder). Branches may add
 * migrations in any order: whatever has not run yet runs now.
 *
 * @returns names of the migrations that ran, none when it was up to date
 */
export async function migrate(db: Database, root = process.cwd()): Promise<string[]> {
  await prepareRoles(db)
  const migrator = new Migrator({ db, provider: migrationsUnder(root), allowUnorderedMigrations: true })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error) throw error
  return results.map((result) => result.migrationName)
}
