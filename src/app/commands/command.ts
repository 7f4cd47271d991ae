import type { OpenDatabase } from '#platform/database/open.server.ts'
import type { Settings } from '#platform/settings.server.ts'
import type { Language, Text, TextKey } from '#platform/texts/text.ts'

export type Speaking = { language: Language; text: Text }

/** What may be said with `--name=…`; the language always may, and is an option of those that ask for it. */
export type OptionName =
  | 'confirm'
  | 'encoding'
  | 'format'
  | 'head'
  | 'institution'
  | 'institutions'
  | 'language'
  | 'municipalities'
  | 'out'
  | 'pupils'
  | 'replace'
  | 'role'
  | 'seed'
  | 'why'
  | 'withdraw'
  | 'years'
export type Options = { readonly [Name in Exclude<OptionName, 'confirm'>]?: string | undefined } & {
  /** What was only said before is done. */
  readonly confirm?: boolean | undefined
}

/** Where a command is done: in a terminal's own process, or in the server that has the database open. */
export type Place = {
  /** The folder in which the command was given, from which paths are meant. */
  folder: string
  settings: Settings
  /** The server does the command, beside the pages it serves. */
  isServing?: boolean
  /** Prints a line that was asked for, and one about what is wrong. */
  tell: (line: string) => void
  complain: (line: string) => void
  /** Does work with the database as it stands. */
  withOpenDatabase: (work: (database: OpenDatabase) => Promise<number>) => Promise<number>
  /** The same with the database brought up to date before, and what was done sealed in the journal afterwards. */
  withDatabase: (work: (database: OpenDatabase) => Promise<number>) => Promise<number>
}

/** Something an operator can do at the command line. */
export type Command = {
  summary: TextKey
  help: TextKey
  /** Words that must follow, as text keys of their names. */
  operands: readonly TextKey[]
  /** Options it understands. */
  options?: readonly OptionName[]
  /** It needs nothing of the database, so nobody else is asked to do it. */
  isAlone?: boolean
  /** Answers the exit code: 0 done, 1 refused with reasons printed. */
  run: (operands: string[], desk: Place & Speaking, options: Options) => Promise<number>
}
