import { resolve } from 'node:path'
import { checkFolder } from '../import.server.ts'
import type { Command } from './command.ts'
import { describeProblem } from './describe-problem.ts'

/** Looks for errors in files without a database, so that they can be mended before loading. */
export const check: Command = {
  summary: 'app.cli.check',
  help: 'app.cli.check.help',
  operands: ['app.cli.folder'],
  async run([folder = ''], { text }) {
    const problems = await checkFolder(resolve(folder))
    for (const problem of problems) console.error(describeProblem(problem, text))
    if (problems.length === 0) console.log(text('app.cli.check.fine'))
    return problems.length === 0 ? 0 : 1
  },
}
