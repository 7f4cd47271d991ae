import type { DatabaseTransaction, Db } from '../database/types.server.ts'
import type { ImportJob } from './apply-rows.server.ts'

export interface ImportTables {
  'platform.import_run': {
    municipality_id: string
    id: string
    dataset: string
    imported_at: Date
    imported_by: string
    added: number
    changed: number
    is_public: boolean
  }
}
declare module '../database/types.server.ts' {
  interface AllTables extends ImportTables {}
}

/** Remembers a loading that changed something. */
export async function recordImportRun(tx: DatabaseTransaction, job: ImportJob, dataset: string) {
  await tx
    .insertInto('platform.import_run')
    .values({
      municipality_id: job.municipalityId,
      id: job.importId,
      dataset,
      imported_at: job.at,
      imported_by: job.actor,
      added: job.changes.added,
      changed: job.changes.changed,
      is_public: job.isPublic,
    })
    .execute()
}

/** A loading as others may see it. */
export type ImportRun = { id: string; dataset: string; importedAt: Date; added: number; changed: number }

/** Loadings of a municipality's data that the reader may see, the newest first. One statement. */
export async function findImportRuns(db: Db<ImportTables>, municipalityId: string): Promise<ImportRun[]> {
  const rows = await db
    .selectFrom('platform.import_run')
    .select(['id', 'dataset', 'imported_at', 'added', 'changed'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('imported_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ imported_at, ...run }) => ({ ...run, importedAt: imported_at }))
}
