import { openDatabase } from '#platform/database/open.server.ts'
import { askServer } from '#platform/hand-over/ask-server.server.ts'
import { sealJournal } from '#platform/journal/seal.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import type { Place } from './commands/command.ts'
import { type HandOver, runCommand, USAGE } from './commands/run-command.ts'
import { bringUpToDate } from './up-to-date.server.ts'

const words = process.argv.slice(2)

/** A terminal, whose process opens the database of the settings for the time of the work. */
const terminal: Place = {
  folder: process.cwd(),
  get settings() {
    return readSettings()
  },
  tell: (line) => console.log(line),
  complain: (line) => console.error(line),
  async withOpenDatabase(work) {
    const database = await openDatabase(terminal.settings)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  },
  withDatabase: (work) =>
    terminal.withOpenDatabase(async (database) => {
      await bringUpToDate(database, terminal.settings, terminal.complain)
      const code = await work(database)
      await sealJournal(database.db)
      return code
    }),
}

/** The embedded database is open in one process alone: when the server runs, it does the work. */
const handOver: HandOver = async () => {
  const { databaseUrl, dataFolder } = terminal.settings
  if (databaseUrl !== undefined) return undefined
  return askServer(dataFolder, { words, folder: terminal.folder }, terminal)
}

process.exitCode = await runCommand(words, terminal, handOver).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return USAGE
})
