import { protectDatabase } from '#platform/database/protect.server.ts'
import { describeMissingProtection } from '../missing-protection.ts'
import type { Command } from './command.ts'

/**
 * Takes from everybody what only a superuser can take away. Run once with the superuser's address on a database
 * that its owner has started before; it migrates nothing and leaves the logins as they are.
 */
export const protectCommand: Command = {
  summary: 'app.cli.protect',
  help: 'app.cli.protect.help',
  operands: [],
  run: (_, { text, tell, complain, withOpenDatabase }) =>
    withOpenDatabase(async (database) => {
      const missing = await database.asOwner(protectDatabase)
      for (const line of describeMissingProtection(missing, text)) complain(line)
      if (missing.length === 0) tell(text('app.cli.protect.done'))
      return missing.length === 0 ? 0 : 1
    }),
}
