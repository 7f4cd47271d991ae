import { resolve } from 'node:path'
import { describeGone } from '#platform/import/gone.ts'
import { countProblems, ImportRefused } from '#platform/import/problems.ts'
import type { Text } from '#platform/texts/text.ts'
import { type Imported, importFolder } from '../import.server.ts'
import { type Command, withDatabase } from './command.ts'
import { describeProblem } from './describe-problem.ts'
import { readCount, readEncoding } from './read-options.ts'

export const importCommand: Command = {
  summary: 'app.cli.import',
  help: 'app.cli.import.help',
  operands: ['app.cli.folder'],
  options: ['encoding', 'withdraw'],
  async run([folder = ''], { text }, options) {
    const encoding = readEncoding(options.encoding, text)
    const withdraw = readCount(options.withdraw, text)
    return withDatabase(async ({ db }) => {
      try {
        tell(await importFolder(db, resolve(folder), { encoding, withdraw }), text)
        return 0
      } catch (error) {
        if (!(error instanceof ImportRefused)) throw error
        for (const note of error.notes) console.log(describeProblem(note, text))
        for (const problem of error.problems) console.error(describeProblem(problem, text))
        console.error(`\n${text('platform.import.refused', { count: countProblems(error.problems) })}`)
        return 1
      }
    })
  },
}

function tell({ added, changed, notes = [], gone = [], withdrawn = 0 }: Imported, text: Text) {
  for (const note of [...notes, ...describeGone(gone)]) console.log(describeProblem(note, text))
  const isSame = added + changed + gone.length === 0
  if (isSame) console.log(text('platform.import.unchanged'))
  if (added + changed > 0) console.log(text('platform.import.done', { added, changed }))
  if (withdrawn > 0) console.log(text('platform.import.withdrawn', { count: withdrawn }))
  const sum = { count: gone.length, number: String(gone.length) }
  if (gone.length > 0) console.log(text('platform.import.goneSum', sum))
}
