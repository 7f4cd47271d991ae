import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findPending, type Migrated, migrate } from '#platform/database/migrate.server.ts'
import type { OpenDatabase } from '#platform/database/open.server.ts'
import type { Settings } from '#platform/settings.server.ts'
import { prepareJobs } from './jobs.server.ts'
import { describeMissingProtection } from './missing-protection.ts'
import { textIn } from './texts.server.ts'

/**
 * Brings the database up to date. One that holds something is saved first, beside the data, so that a version that
 * does not suit can be left again; what an operator should know of it is told, a line each.
 *
 * @throws DatabaseUnusable when it cannot be saved, before anything is changed
 */
export async function bringUpToDate(
  database: OpenDatabase,
  { dataFolder, backup }: Pick<Settings, 'dataFolder' | 'backup'>,
  tell: (line: string) => void,
  text = textIn('lv'),
): Promise<Migrated> {
  const { isNew, names } = await database.asOwner((owner) => findPending(owner))
  if (!isNew && names.length > 0 && backup === 'upgrade') {
    const file = await save(database, dataFolder)
    tell(text('app.upgrade.saved', { file, count: names.length }))
  }
  const migrated = await migrate(database)
  await prepareJobs(database.db)
  for (const line of describeMissingProtection(migrated.missing, text)) tell(line)
  return migrated
}

async function save(database: OpenDatabase, dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'backups')
  // Everything is in it, so nobody else may read it.
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')
  return database.save(join(folder, `izaugsme-${moment}`))
}
