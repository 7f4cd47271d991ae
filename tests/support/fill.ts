import type { Database } from '#platform/database/types.server.ts'
import { importFolder } from '../../src/app/import.server.ts'

/** The country's registers, and Liepāja's published strategy. */
export const PUBLISHED_FOLDERS = ['data/latvia', 'data/liepaja-2020-2025']
/** What a filled database is filled from: besides those, a second municipality (made up), not public yet. */
export const FILLED_FOLDERS = [...PUBLISHED_FOLDERS, 'tests/data/ventspils-2024-2027']

/** Loads what every database test may count on. */
export async function fill(db: Database): Promise<void> {
  for (const folder of FILLED_FOLDERS) await importFolder(db, folder)
}
