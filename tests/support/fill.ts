import type { OpenDatabase } from '#platform/database/open.server.ts'
import { importFolder } from '../../src/app/import.server.ts'

/**
 * Loads what every database test may count on: the country's registers, Liepāja's published strategy, and
 * a second municipality (made up) whose strategy is not public yet.
 */
export async function fill({ db }: OpenDatabase): Promise<void> {
  await importFolder(db, 'data/latvia')
  await importFolder(db, 'data/liepaja-2020-2025')
  await importFolder(db, 'tests/data/ventspils-2024-2027')
}
