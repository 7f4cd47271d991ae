import { v7 as uuidv7 } from 'uuid'
import type { Database, DatabaseTransaction } from '../database/types.server.ts'
import { demand, type User } from '../users.ts'
import { type Change, inChange } from '../write/change.server.ts'
import { revise } from '../write/revise.server.ts'
import { cleanName } from './clean-name.ts'
import { findFile } from './file-store.server.ts'
import { type FileType, typeOf } from './file-type.server.ts'
import { filesFolder, writeContent } from './files-folder.server.ts'

/** The largest file that is kept, in megabytes. */
export const MOST_MEGABYTES = 25

/** A file as somebody hands it in. */
export type FileEntry = {
  municipalityId: string
  institutionId?: string
  /** What it is kept for, as `strategy.evidence`: the module and the thing. */
  purpose: string
  /** As the sender calls it. */
  name: string
  bytes: Uint8Array
  /** Whether everybody may have it. */
  isPublic?: boolean
}

type Kept = { id: string; name: string } | { problem: FileProblem }
export type FileProblem = 'platform.file.empty' | 'platform.file.large' | 'platform.file.type'

const target = { table: 'platform.file', key: ['id'], hasId: true } as const

/**
 * Keeps a file of one of the types that may be kept. Its content is on the disk before its row is in the database.
 *
 * @returns its id and the name under which it is offered, or why it is not kept
 */
export async function keepFile(
  db: Database,
  user: User,
  entry: FileEntry,
  folder = filesFolder(),
): Promise<Kept> {
  const { municipalityId, institutionId, isPublic = false } = entry
  const place = { municipalityId, ...(institutionId === undefined ? {} : { institutionId }) }
  demand(user, 'platform.file.edit', place)
  const ready = await fileOf(entry, folder)
  if ('problem' in ready) return ready
  const { id, name } = ready.row
  const intent = intentOf(municipalityId, 'file.kept', id, isPublic)
  await inChange(db, user, intent, (tx, change) => keepFileWithin(tx, change, [ready]), { municipalityId })
  return { id, name }
}

type FileRow = {
  id: string
  institution_id: string | null
  purpose: string
  name: string
  type: FileType
  bytes: number
  sha256: string
}
/** A file whose content is on the disk and whose row is not written yet. */
export type ReadyFile = { row: FileRow }

/**
 * Checks a file and writes its content, for whoever writes its row with others under one change.
 *
 * @returns what `keepFileWithin` writes, or why it is not kept
 */
export async function fileOf(
  { municipalityId, institutionId, purpose, name: called, bytes }: FileEntry,
  folder = filesFolder(),
): Promise<ReadyFile | { problem: FileProblem }> {
  if (bytes.length === 0) return { problem: 'platform.file.empty' }
  if (bytes.length > MOST_MEGABYTES * 2 ** 20) return { problem: 'platform.file.large' }
  const type = await typeOf(called, bytes)
  if (!type) return { problem: 'platform.file.type' }
  const name = cleanName(called, type)
  const sha256 = await writeContent(folder, municipalityId, bytes)
  const institution_id = institutionId ?? null
  return { row: { id: uuidv7(), institution_id, purpose, name, type, bytes: bytes.length, sha256 } }
}

/** Writes the rows of files whose contents are there, under a change that is being written. */
export const keepFileWithin = (tx: DatabaseTransaction, change: Change, files: readonly ReadyFile[]) =>
  revise(
    tx,
    change,
    target,
    files.map(({ row }) => row),
  )

/** Takes a file away. Its content goes a day later, unless another file has the same. @returns false without one */
export async function removeFile(
  db: Database,
  user: User,
  municipalityId: string,
  id: string,
): Promise<boolean> {
  const { changed } = await inChange(
    db,
    user,
    intentOf(municipalityId, 'file.removed', id, false),
    async (tx, change) => {
      const file = await findFile(tx, municipalityId, id)
      if (!file) return
      demand(user, 'platform.file.edit', {
        municipalityId,
        ...(file.institutionId === null ? {} : { institutionId: file.institutionId }),
      })
      await tx
        .deleteFrom('platform.file')
        .where('municipality_id', '=', municipalityId)
        .where('id', '=', id)
        .execute()
      change.counts.changed += 1
    },
    { municipalityId },
  )
  return changed > 0
}

/** Public files are pages that everybody sees; the others raise no version. */
const intentOf = (municipalityId: string, action: string, subject: string, isPublic: boolean) => ({
  municipalityId,
  stream: isPublic || action === 'file.removed' ? ('figures' as const) : ('messages' as const),
  origin: 'form' as const,
  action,
  subject,
  isPublic,
  at: new Date(),
})
