import { migrate } from '#platform/database/migrate.server.ts'
import { openDatabase } from '#platform/database/open.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  summary: 'app.cli.migrate',
  help: 'app.cli.migrate.help',
  operands: [],
  async run(_, { text }) {
    const database = await openDatabase(readSettings())
    try {
      const names = await migrate(database.db)
      console.log(names.length === 0 ? text('app.cli.migrate.none') : names.join('\n'))
      return 0
    } finally {
      await database.close()
    }
  },
}
