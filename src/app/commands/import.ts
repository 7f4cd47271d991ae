import { resolve } from 'node:path'
import { describeGone } from '#platform/import/gone.ts'
import { countProblems, ImportRefused } from '#platform/import/problems.ts'
import { type Imported, type ImportOptions, importFolder } from '../import.server.ts'
import { problemText } from '../parts/problem-text.ts'
import type { Command, Place, Speaking } from './command.ts'
import { readCount, readEncoding } from './read-options.ts'

export const importCommand: Command = {
  summary: 'app.cli.import',
  help: 'app.cli.import.help',
  operands: ['app.cli.folder'],
  options: ['encoding', 'withdraw'],
  async run([folder = ''], desk, options) {
    const { text } = desk
    const encoding = readEncoding(options.encoding, text)
    const withdraw = readCount(options.withdraw, text)
    return desk.withDatabase(async ({ db }) => {
      try {
        tell(
          await importFolder(db, resolve(desk.folder, folder), {
            encoding,
            withdraw,
            tellStage: stagesOf(desk),
          }),
          desk,
        )
        return 0
      } catch (error) {
        if (!(error instanceof ImportRefused)) throw error
        for (const note of error.notes) desk.tell(problemText(note, text))
        for (const problem of error.problems) desk.complain(problemText(problem, text))
        desk.complain(`\n${text('platform.import.refused', { count: countProblems(error.problems) })}`)
        return 1
      }
    })
  },
}

/** A loading of so many rows takes long enough for somebody to wonder. */
const MANY_ROWS = 5000

const stagesOf =
  ({ text, tell: say }: Place & Speaking): NonNullable<ImportOptions['tellStage']> =>
  (stage, count) => {
    if (count >= MANY_ROWS) say(text(`app.cli.import.${stage}`, { count }))
  }

function tell(
  { added, changed, notes = [], gone = [], withdrawn = 0 }: Imported,
  { text, tell: say }: Place & Speaking,
) {
  for (const note of [...notes, ...describeGone(gone)]) say(problemText(note, text))
  const isSame = added + changed + gone.length === 0
  if (isSame) say(text('platform.import.unchanged'))
  if (added + changed > 0) say(text('platform.import.done', { added, changed }))
  if (withdrawn > 0) say(text('platform.import.withdrawn', { count: withdrawn }))
  const sum = { count: gone.length, number: String(gone.length) }
  if (gone.length > 0) say(text('platform.import.goneSum', sum))
}
