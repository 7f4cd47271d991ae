import { FolderInUse } from '#platform/database/folder-lock.server.ts'
import { migrate } from '#platform/database/migrate.server.ts'
import { type OpenDatabase, openDatabase } from '#platform/database/open.server.ts'
import { sealJournal } from '#platform/journal/seal.server.ts'
import { readSettings } from '#platform/settings.server.ts'
import type { Language, Text, TextKey } from '#platform/texts/text.ts'
import { explainFailure } from './explain-failure.ts'

/** Exit code when the database cannot be had now. */
const UNUSABLE = 2

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

/**
 * Opens the database of the settings for the time of the work.
 *
 * @returns what the work answers, or 2 when another process has the embedded database
 */
export async function withOpenDatabase(text: Text, work: (database: OpenDatabase) => Promise<number>) {
  const database = await openDatabase(readSettings()).catch((error: unknown) => {
    if (!(error instanceof FolderInUse)) throw error
    console.error(explainFailure(error, text))
    return undefined
  })
  if (!database) return UNUSABLE
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** The same with the database brought up to date before, and what was done sealed in the journal afterwards. */
export function withDatabase(text: Text, work: (database: OpenDatabase) => Promise<number>) {
  return withOpenDatabase(text, async (database) => {
    await migrate(database)
    const code = await work(database)
    await sealJournal(database.db)
    return code
  })
}
