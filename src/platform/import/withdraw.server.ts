import type { Kysely } from 'kysely'
import type { DatabaseTransaction } from '../database/types.server.ts'
import type { ImportJob } from './apply-rows.server.ts'
import type { GoneRow } from './gone.ts'
import { keyColumns } from './loaded-rows.server.ts'
import type { Kept, Sheet } from './sheet.ts'

type Fields = Record<string, unknown>
type AnyDb = Kysely<Record<string, Fields>>

/**
 * Withdraws rows: they are no longer shown, and nothing of them is lost. A measured value gets one more
 * revision, which says so; of a descriptive row the history keeps every state.
 */
export async function withdrawRows(
  tx: DatabaseTransaction,
  job: ImportJob,
  sheets: Readonly<Record<string, Sheet>>,
  gone: readonly GoneRow[],
) {
  for (const { sheet: name, file, row } of gone) {
    const sheet = sheets[name]
    if (!sheet?.kept) throw new RangeError(`withdrawRows: ${name} is kept nowhere`)
    const { kept } = sheet
    const target = { ...kept, key: keyColumns(sheets, sheet) }
    if (kept.writing === 'append') await append(tx, job, target, row.stored, file)
    else await change(tx, job, target, row.stored)
  }
}

type Target = Pick<Kept, 'table'> & { key: readonly string[] }

async function append(
  tx: DatabaseTransaction,
  job: ImportJob,
  { table }: Target,
  stored: Readonly<Fields>,
  file: string,
) {
  await asAny(tx)
    .insertInto(table)
    .values({
      ...asStored(stored),
      revision: Number(stored.revision) + 1,
      recorded_at: job.at,
      recorded_by: job.actor,
      revision_reason: `Atsaukts: rindas vairs nav failā ${file} · Withdrawn: the row is no longer in ${file}`,
      import_id: job.importId,
      import_file: file,
      import_row: null,
      withdrawn_at: job.at,
    })
    .execute()
}

async function change(
  tx: DatabaseTransaction,
  job: ImportJob,
  { table, key }: Target,
  stored: Readonly<Fields>,
) {
  const revision = Number(stored.revision) + 1
  const { municipality_id, revision: _, changed_at, import_id, ...content } = stored
  let update = asAny(tx)
    .updateTable(table)
    .set({ revision, changed_at: job.at, import_id: job.importId, withdrawn_at: job.at })
    .where('municipality_id', '=', job.municipalityId)
  for (const column of key) update = update.where(column, '=', stored[column])
  await update.execute()
  await asAny(tx)
    .insertInto('platform.record_revision')
    .values({
      municipality_id: job.municipalityId,
      table_name: table,
      record_key: key.map((column) => String(stored[column])).join('·'),
      revision,
      recorded_at: job.at,
      recorded_by: job.actor,
      import_id: job.importId,
      content: JSON.stringify({ ...content, withdrawn_at: job.at }),
      is_public: stored.is_public,
    })
    .execute()
}

const asAny = (tx: DatabaseTransaction) => tx as unknown as AnyDb

/** Drivers turn arrays into SQL arrays; jsonb wants text. */
const asStored = (stored: Readonly<Fields>) =>
  Object.fromEntries(
    Object.entries(stored).map(([column, value]) => [
      column,
      value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value,
    ]),
  )
