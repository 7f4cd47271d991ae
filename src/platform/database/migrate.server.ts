import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import type { Database } from './types.server.ts'

/** Every module's migrations in one timeline, ordered by the date that begins each file name. */
function migrationsUnder(root: string): MigrationProvider {
  return {
    async getMigrations() {
      const found: Record<string, Migration> = {}
      for (const file of await readdir(join(root, 'src'), { recursive: true })) {
        const name = /(?:^|\/)migrations\/([^/]+)\.ts$/.exec(file.replaceAll('\\', '/'))?.[1]
        if (name) found[name] = await import(/* @vite-ignore */ pathToFileURL(join(root, 'src', file)).href)
      }
      return found
    },
  }
}

/**
 * Brings the database up to date with the code under `root` (the repository's folder).
 *
 * @returns names of the migrations that ran, none when it was up to date
 */
export async function migrate(db: Database, root = process.cwd()): Promise<string[]> {
  const { error, results = [] } = await new Migrator({
    db,
    provider: migrationsUnder(root),
  }).migrateToLatest()
  if (error) throw error
  return results.map((result) => result.migrationName)
}
