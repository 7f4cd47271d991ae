import { resolve } from 'node:path'
import { ImportRefused } from '#platform/import/problems.ts'
import { importFolder } from '../import.server.ts'
import { type Command, withDatabase } from './command.ts'
import { describeProblem } from './describe-problem.ts'

export const importCommand: Command = {
  summary: 'app.cli.import',
  help: 'app.cli.import.help',
  operands: ['app.cli.folder'],
  async run([folder = ''], { text }) {
    return withDatabase(async ({ db }) => {
      try {
        const { added, changed } = await importFolder(db, resolve(folder))
        const isSame = added + changed === 0
        console.log(
          isSame ? text('platform.import.unchanged') : text('platform.import.done', { added, changed }),
        )
        return 0
      } catch (error) {
        if (!(error instanceof ImportRefused)) throw error
        for (const problem of error.problems) console.error(describeProblem(problem, text))
        console.error(`\n${text('platform.import.refused', { count: error.problems.length })}`)
        return 1
      }
    })
  },
}
