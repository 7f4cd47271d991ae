import type { Db } from '../database/types.server.ts'
import type { FileTables } from './file-tables.server.ts'
import type { FileType } from './file-type.server.ts'

type Own = Db<FileTables>

/** A file that is kept, without its content. */
export type KeptFile = {
  municipalityId: string
  id: string
  institutionId: string | null
  /** What it is kept for, as `strategy.evidence`. */
  purpose: string
  name: string
  type: FileType
  bytes: number
  sha256: string
  isPublic: boolean
}

/** A file that the reader may see; undefined where there is none. */
export async function findFile(db: Own, municipalityId: string, id: string): Promise<KeptFile | undefined> {
  const row = await selectFiles(db, municipalityId).where('id', '=', id).executeTakeFirst()
  return row && asFile(row)
}

/** Files of a municipality kept for one purpose that the reader may see, by name. */
export async function findFiles(db: Own, municipalityId: string, purpose: string): Promise<KeptFile[]> {
  const rows = await selectFiles(db, municipalityId).where('purpose', '=', purpose).orderBy('name').execute()
  return rows.map(asFile)
}

/** Hashes of every content that some file of a municipality has. */
export async function findHashes(db: Own, municipalityId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('platform.file')
    .select('sha256')
    .distinct()
    .where('municipality_id', '=', municipalityId)
    .execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}

const selectFiles = (db: Own, municipalityId: string) =>
  db
    .selectFrom('platform.file')
    .select(['municipality_id', 'id', 'institution_id', 'purpose', 'name', 'type', 'bytes', 'sha256'])
    .select('is_public')
    .where('municipality_id', '=', municipalityId)

type Row = Omit<FileTables['platform.file'], 'revision' | 'changed_at' | 'change_id'>

const asFile = (row: Row): KeptFile => ({
  municipalityId: row.municipality_id,
  id: row.id,
  institutionId: row.institution_id,
  purpose: row.purpose,
  name: row.name,
  type: row.type,
  bytes: row.bytes,
  sha256: row.sha256,
  isPublic: row.is_public,
})
