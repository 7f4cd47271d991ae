import { bringUpToDate } from '../up-to-date.server.ts'
import type { Command } from './command.ts'

export const migrateCommand: Command = {
  summary: 'app.cli.migrate',
  help: 'app.cli.migrate.help',
  operands: [],
  run: (_, { text, tell, complain, settings, withOpenDatabase }) =>
    withOpenDatabase(async (database) => {
      const { names } = await bringUpToDate(database, settings, complain, text)
      tell(names.length === 0 ? text('app.cli.migrate.none') : names.join('\n'))
      return 0
    }),
}
