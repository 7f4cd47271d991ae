import type { Database } from '#platform/database/types.server.ts'
import { importFolder } from '../../src/app/import.server.ts'

/**
 * What a filled database is filled from: the country's registers, Liepāja's published strategy, and a second
 * municipality (made up) whose strategy is not public yet.
 */
export const FILLED_FOLDERS = ['data/latvia', 'data/liepaja-2020-2025', 'tests/data/ventspils-2024-2027']

/** Loads what every database test may count on. */
export async function fill(db: Database): Promise<void> {
  for (const folder of FILLED_FOLDERS) await importFolder(db, folder)
}
