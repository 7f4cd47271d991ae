import { join, resolve } from 'node:path'
import { FolderHasSomething, MORE, type Prepared, prepareFolder } from '../prepare-folder.server.ts'
import type { Command } from './command.ts'

/** So many names of files say enough. */
const MOST_NAMED = 3

/** Prepares a folder in which somebody writes down the data of their own municipality. */
export const newFolder: Command = {
  summary: 'app.cli.new',
  help: 'app.cli.new.help',
  operands: ['app.cli.folder'],
  isAlone: true,
  async run([given = ''], { text, tell, complain, folder: from }) {
    const folder = resolve(from, given)
    const list = (files: readonly Prepared[]) => {
      for (const { file, about } of files) tell(`  ${file.padEnd(28)} ${text(about)}`)
    }
    try {
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
