import { migrate } from '#platform/database/migrate.server.ts'
import { type OpenDatabase, openDatabase } from '#platform/database/open.server.ts'
import { sealJournal } from '#platform/journal/seal.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import type { Language, Text, TextKey } from '#platform/texts/text.ts'

export type Speaking = { language: Language; text: Text }

/** What may be said with `--name=…`, besides the language. */
export type OptionName = 'encoding' | 'head' | 'withdraw'
export type Options = { readonly [Name in OptionName]?: string | undefined }

/** Something an operator can do at the command line. */
export type Command = {
  summary: TextKey
  help: TextKey
  /** Words that must follow, as text keys of their names. */
  operands: readonly TextKey[]
  /** Options it understands. */
  options?: readonly OptionName[]
  /** Answers the exit code: 0 done, 1 refused with reasons printed. */
  run: (operands: string[], speaking: Speaking, options: Options) => Promise<number>
}

/** Opens the database of the settings for the time of the work. */
export async function withOpenDatabase(work: (database: OpenDatabase) => Promise<number>) {
  const database = await openDatabase(readSettings())
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** The same with the database brought up to date before, and what was done sealed in the journal afterwards. */
export function withDatabase(work: (database: OpenDatabase) => Promise<number>) {
  return withOpenDatabase(async (database) => {
    await migrate(database)
    const code = await work(database)
    await sealJournal(database.db)
    return code
  })
}
