import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  demandEmpty,
  FolderHasSomething,
  MORE,
  type Prepared,
  prepareFolder,
} from '../prepare-folder.server.ts'
import { sheetsOf } from '../read-folder.server.ts'
import { templateWorkbook } from '../template.server.ts'
import type { Command } from './command.ts'
import { readFormat } from './read-options.ts'

/** All tables in one. */
const WORKBOOK = 'dati.xlsx'
/** So many names of files say enough. */
const MOST_NAMED = 3

/** Prepares a folder in which somebody writes down the data of their own municipality. */
export const newFolder: Command = {
  summary: 'app.cli.new',
  help: 'app.cli.new.help',
  operands: ['app.cli.folder'],
  options: ['format'],
  isAlone: true,
  async run([given = ''], { text, tell, complain, folder: from }, options) {
    const folder = resolve(from, given)
    const format = readFormat(options.format, text)
    const list = (files: readonly Prepared[]) => {
      for (const { file, about } of files) tell(`  ${file.padEnd(28)} ${text(about)}`)
    }
    try {
      if (format === 'xlsx') {
        await demandEmpty(folder)
        await mkdir(folder, { recursive: true })
        const file = join(folder, WORKBOOK)
        await writeFile(file, await templateWorkbook(sheetsOf('municipality'), text, []))
        tell(text('app.cli.new.workbook', { file }))
        tell(text('app.cli.new.next', { folder: given }))
        return 0
      }
      const { toBegin, more } = await prepareFolder(folder)
      tell(text('app.cli.new.done', { folder }))
      tell(text('app.cli.new.needed'))
      list(toBegin)
      tell(text('app.cli.new.more', { folder: join(given, MORE) }))
      list(more)
      tell(text('app.cli.new.next', { folder: given }))
      return 0
    } catch (error) {
      if (!(error instanceof FolderHasSomething)) throw error
      const found = error.found.slice(0, MOST_NAMED).join(', ')
      complain(text('app.cli.new.exists', { folder, found }))
      return 1
    }
  },
}
