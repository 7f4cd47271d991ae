import { resolve } from 'node:path'
import { countProblems } from '#platform/import/problems.ts'
import { checkFolder } from '../read-folder.server.ts'
import type { Command } from './command.ts'
import { describeProblem } from './describe-problem.ts'
import { readEncoding } from './read-options.ts'

/** Looks for errors in files without a database, so that they can be mended before loading. */
export const check: Command = {
  summary: 'app.cli.check',
  help: 'app.cli.check.help',
  operands: ['app.cli.folder'],
  options: ['encoding'],
  async run([folder = ''], { text }, options) {
    const encoding = readEncoding(options.encoding, text)
    const { problems, notes } = await checkFolder(resolve(folder), { encoding })
    for (const note of notes) console.log(describeProblem(note, text))
    for (const problem of problems) console.error(describeProblem(problem, text))
    const count = countProblems(problems)
    if (count === 0) console.log(text('app.cli.check.fine'))
    else console.error(`\n${text('app.cli.check.found', { count })}`)
    return count === 0 ? 0 : 1
  },
}
