import { resolve } from 'node:path'
import { countProblems, ImportRefused } from '#platform/import/problems.ts'
import { importFolder } from '../import.server.ts'
import { type Command, withDatabase } from './command.ts'
import { describeProblem } from './describe-problem.ts'
import { readEncoding } from './read-encoding.ts'

export const importCommand: Command = {
  summary: 'app.cli.import',
  help: 'app.cli.import.help',
  operands: ['app.cli.folder'],
  options: ['encoding'],
  async run([folder = ''], { text }, options) {
    const encoding = readEncoding(options.encoding, text)
    return withDatabase(text, async ({ db }) => {
      try {
        const { added, changed, notes = [] } = await importFolder(db, resolve(folder), { encoding })
        for (const note of notes) console.log(describeProblem(note, text))
        const isSame = added + changed === 0
        console.log(
          isSame ? text('platform.import.unchanged') : text('platform.import.done', { added, changed }),
        )
        return 0
      } catch (error) {
        if (!(error instanceof ImportRefused)) throw error
        for (const problem of error.problems) console.error(describeProblem(problem, text))
        console.error(`\n${text('platform.import.refused', { count: countProblems(error.problems) })}`)
        return 1
      }
    })
  },
}
