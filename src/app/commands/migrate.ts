import { migrate } from '#platform/database/migrate.server.ts'
import { type Command, withOpenDatabase } from './command.ts'

export const migrateCommand: Command = {
  summary: 'app.cli.migrate',
  help: 'app.cli.migrate.help',
  operands: [],
  run: (_, { text }) =>
    withOpenDatabase(async (database) => {
      const names = await migrate(database.db)
      console.log(names.length === 0 ? text('app.cli.migrate.none') : names.join('\n'))
      return 0
    }),
}
