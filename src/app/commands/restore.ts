import { resolve } from 'node:path'
import { BackupRefused } from '#platform/backup/refused.ts'
import { restoreBackup } from '#platform/backup/restore.server.ts'
import { dateFormat } from '#platform/texts/formats.ts'
import { backupTerms } from '../backup-terms.server.ts'
import { verifyJournal } from './audit.ts'
import { describeContents } from './backup.ts'
import type { Command } from './command.ts'
import { readCount } from './read-options.ts'

/** Puts back what `backup` saved. */
export const restore: Command = {
  summary: 'app.cli.restore',
  help: 'app.cli.restore.help',
  operands: ['app.cli.file'],
  options: ['replace'],
  async run([given = ''], { text, language, tell, complain, folder, settings, ...place }, options) {
    const replace = readCount(options.replace, text, 'replace')
    // It would go on with what it remembers of the database before.
    if (place.isServing) throw new BackupRefused('platform.backup.serverRuns')
    return place.withOpenDatabase(async (database) => {
      const file = resolve(folder, given)
      const terms = await backupTerms(settings)
      const { manifest, upgradedBy } = await restoreBackup(database, file, { ...terms, replace })
      const at = dateFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(manifest.at))
      const { program } = manifest
      tell(text('app.cli.restore.done', { at, program, ...describeContents(manifest, text) }))
      if (upgradedBy.length > 0) tell(text('app.cli.restore.upgraded', { count: upgradedBy.length }))
      if (manifest.secretMark !== null && manifest.secretMark !== terms.secretMark)
        complain(text('app.cli.restore.noSecret'))
      const { faults } = await verifyJournal(database.db, text, [])
      for (const line of faults) complain(line)
      if (faults.length === 0) tell(text('app.cli.audit.whole'))
      return faults.length === 0 ? 0 : 1
    })
  },
}
