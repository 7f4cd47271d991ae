import { createHash } from 'node:crypto'
import { join } from 'node:path'

/**
 * A command that finds the server beside its database hands it the work, for the embedded database is open in one
 * process alone. Over a socket that only the server's own user may use, one line of JSON each way: the command asks
 * once, and the server answers with what is to be printed and, at last, the exit code.
 */
export type Asked = {
  words: readonly string[]
  /** The folder in which the command was given: paths in its words are meant from there. */
  folder: string
}
export type Answered = { tell: string } | { complain: string } | { exitCode: number }

/** Where the server of a data folder listens. Windows has names in the place of files. */
export function socketOf(dataFolder: string): string {
  if (process.platform !== 'win32') return join(dataFolder, 'commands.sock')
  const hash = createHash('sha256').update(dataFolder.toLowerCase()).digest('hex')
  return `\\\\.\\pipe\\izaugsme-commands-${hash}`
}
