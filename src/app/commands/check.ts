import { resolve } from 'node:path'
import { countProblems } from '#platform/import/problems.ts'
import { problemText } from '../parts/problem-text.ts'
import { checkFolder } from '../read-folder.server.ts'
import type { Command } from './command.ts'
import { readEncoding } from './read-options.ts'

/** Looks for errors in files without a database, so that they can be mended before loading. */
export const check: Command = {
  summary: 'app.cli.check',
  help: 'app.cli.check.help',
  operands: ['app.cli.folder'],
  options: ['encoding'],
  isAlone: true,
  async run([folder = ''], { text, tell, complain, folder: given }, options) {
    const encoding = readEncoding(options.encoding, text)
    const { problems, notes } = await checkFolder(resolve(given, folder), { encoding })
    for (const note of notes) tell(problemText(note, text))
    for (const problem of problems) complain(problemText(problem, text))
    const count = countProblems(problems)
    if (count === 0) tell(text('app.cli.check.fine'))
    else complain(`\n${text('app.cli.check.found', { count })}`)
    return count === 0 ? 0 : 1
  },
}
