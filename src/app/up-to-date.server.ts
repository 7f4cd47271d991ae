import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeBackup } from '#platform/backup/write-backup.server.ts'
import { findPending, type Migrated, migrate } from '#platform/database/migrate.server.ts'
import type { OpenDatabase } from '#platform/database/open.server.ts'
import type { Settings } from '#platform/settings.server.ts'
import { backupTerms } from './backup-terms.server.ts'
import { prepareJobs } from './jobs.server.ts'
import { describeMissingProtection } from './missing-protection.ts'
import { textIn } from './texts.server.ts'

/**
 * Brings the database up to date. One that holds something is saved first, beside the data, so that a version that
 * does not suit can be left again with `restore`; what an operator should know of it is told, a line each. When it
 * cannot be saved nothing is changed.
 */
export async function bringUpToDate(
  database: OpenDatabase,
  settings: Pick<Settings, 'dataFolder' | 'backup'> & Partial<Pick<Settings, 'secret'>>,
  tell: (line: string) => void,
  text = textIn('lv'),
): Promise<Migrated> {
  const { isNew, names } = await database.asOwner((owner) => findPending(owner))
  if (!isNew && names.length > 0 && settings.backup === 'upgrade') {
    const file = await save(database, settings)
    tell(text('app.upgrade.saved', { file, count: names.length }))
  }
  const migrated = await migrate(database)
  await prepareJobs(database.db)
  for (const line of describeMissingProtection(migrated.missing, text)) tell(line)
  return migrated
}

type Place = { dataFolder: string; secret?: string | undefined }

async function save(database: OpenDatabase, { dataFolder, secret }: Place): Promise<string> {
  const folder = join(dataFolder, 'backups')
  // Everything is in it, so nobody else may read it.
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')
  const file = join(folder, `izaugsme-${moment}.kopija`)
  await writeBackup(database, file, await backupTerms({ dataFolder, secret }))
  return file
}
