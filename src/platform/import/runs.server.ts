import type { Db } from '../database/types.server.ts'
import type { ChangeTables } from '../write/change.server.ts'

/** A loading of files as others may see it. */
export type ImportRun = { id: string; dataset: string; importedAt: Date; added: number; changed: number }

/** Loadings of a municipality's data that the reader may see, the newest first. One statement. */
export async function findImportRuns(db: Db<ChangeTables>, municipalityId: string): Promise<ImportRun[]> {
  const rows = await db
    .selectFrom('platform.change')
    .select(['id', 'subject', 'at', 'added', 'changed'])
    .where('municipality_id', '=', municipalityId)
    .where('origin', '=', 'import')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, subject, at, added, changed }) => ({
    id,
    dataset: subject,
    importedAt: at,
    added,
    changed,
  }))
}
