import { migrate } from '#platform/database/migrate.server.ts'
import { describeMissingProtection } from '../missing-protection.ts'
import { type Command, withOpenDatabase } from './command.ts'

export const migrateCommand: Command = {
  summary: 'app.cli.migrate',
  help: 'app.cli.migrate.help',
  operands: [],
  run: (_, { text }) =>
    withOpenDatabase(async (database) => {
      const { names, missing } = await migrate(database)
      console.log(names.length === 0 ? text('app.cli.migrate.none') : names.join('\n'))
      for (const line of describeMissingProtection(missing, text)) console.error(line)
      return 0
    }),
}
