import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Manifest } from '#platform/backup/manifest.ts'
import { writeBackup } from '#platform/backup/write-backup.server.ts'
import type { Text } from '#platform/texts/text.ts'
import { backupTerms } from '../backup-terms.server.ts'
import type { Command } from './command.ts'

/** Saves everything in one file, from which `restore` makes it again on either engine. */
export const backup: Command = {
  summary: 'app.cli.backup',
  help: 'app.cli.backup.help',
  operands: ['app.cli.file'],
  run: ([given = ''], { text, tell, folder, settings, withOpenDatabase }) =>
    withOpenDatabase(async (database) => {
      const file = resolve(folder, given)
      const manifest = await writeBackup(database, file, await backupTerms(settings))
      const size = (await stat(file)).size / 1e6
      tell(text('app.cli.backup.done', { file, size, ...describeContents(manifest, text) }))
      return 0
    }),
}

/** How much a backup holds, in words. */
export function describeContents({ tables, files }: Manifest, text: Text) {
  return {
    tables: text('app.cli.backup.tables', { count: tables.length }),
    rows: text('app.cli.backup.rows', { count: tables.reduce((sum, { rows }) => sum + rows, 0) }),
    files: text('app.cli.backup.files', { count: files.length }),
  }
}
