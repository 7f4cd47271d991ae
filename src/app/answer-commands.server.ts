import type { OpenDatabase } from '#platform/database/open.server.ts'
import { answerCommands as listen } from '#platform/hand-over/answer-commands.server.ts'
import { sealJournal } from '#platform/journal/seal.server.ts'
import type { Settings } from '#platform/settings.server.ts'
import { runCommand } from './commands/run-command.ts'
import { textIn } from './texts.server.ts'

/**
 * Does the commands that are given beside the running server, with the database that it has open and up to date.
 * Where the system has no room for such a door, the server serves without, and says so.
 *
 * @returns a function that takes no more of them and waits for the one under way
 */
export function answerCommands(database: OpenDatabase, settings: Settings): Promise<() => Promise<void>> {
  const answering = listen(settings.dataFolder, (words, folder, printer) =>
    runCommand(words, {
      ...printer,
      folder,
      settings,
      isServing: true,
      withOpenDatabase: (work) => work(database),
      withDatabase: async (work) => {
        const code = await work(database)
        await sealJournal(database.db)
        return code
      },
    }),
  )
  return answering.catch((error: Error) => {
    console.warn(textIn('lv')('app.handOver.none', { reason: error.message }))
    return async () => undefined
  })
}
