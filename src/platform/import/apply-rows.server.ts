import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DatabaseTransaction } from '../database/types.server.ts'

/** One loading of files into one municipality, as every row of it remembers. */
export type ImportJob = {
  municipalityId: string
  importId: string
  actor: string
  at: Date
  isPublic: boolean
  /** Counted up by what is applied. */
  changes: { added: number; changed: number }
}

type Content = Record<string, unknown>
type Target = {
  table: string
  /** Columns that tell one row from another within the municipality. */
  key: readonly string[]
  /** `append` keeps every revision as a row of its own; `change` keeps the history beside the table. */
  writing: 'change' | 'append'
  /** The table has an id of its own, given to new rows and kept by known ones. */
  hasId?: boolean
}
type AnyDb = Kysely<Record<string, Record<string, unknown>>>

/** Rows go in batches that stay well below PostgreSQL's 65,535 parameters a statement. */
const BATCH = 500

/**
 * Brings a table to what the rows say: unknown keys are added, differing rows get a new revision, equal
 * rows are left alone, and rows that are no longer mentioned stay as they are. One reading statement,
 * whatever the number of rows.
 *
 * @param rows column names and values; jsonb columns as plain objects or arrays
 * @returns ids by key (key columns joined with `·`), for tables that have ids
 */
export async function applyRows(
  tx: DatabaseTransaction,
  job: ImportJob,
  target: Target,
  rows: readonly Content[],
): Promise<Map<string, string>> {
  const db = tx as unknown as AnyDb
  const known = await readCurrent(db, job, target)
  const ids = new Map<string, string>()
  const additions: Content[] = []
  const revised: { content: Content; revision: number }[] = []

  for (const row of rows) {
    // A row that is in the files again is no longer withdrawn.
    const content = { ...row, is_public: job.isPublic, withdrawn_at: null }
    const key = keyOf(target, content)
    const before = known.get(key)
    const id = (before?.id as string | undefined) ?? uuidv7()
    ids.set(key, id)
    const identified = target.hasId ? { ...content, id } : content
    if (!before) additions.push(identified)
    else if (!isSame(before, content)) {
      revised.push({ content: identified, revision: Number(before.revision) + 1 })
    }
  }

  job.changes.added += additions.length
  job.changes.changed += revised.length
  const all = [...additions.map((content) => ({ content, revision: 1 })), ...revised]
  if (target.writing === 'append') {
    await insertInBatches(
      db,
      target.table,
      all.map((one) => asAppended(job, one)),
    )
    return ids
  }
  await insertInBatches(
    db,
    target.table,
    additions.map((content) => asChanging(job, content, 1)),
  )
  for (const { content, revision } of revised) {
    let update = db.updateTable(target.table).set(asChanging(job, content, revision))
    update = update.where('municipality_id', '=', job.municipalityId)
    for (const column of target.key) update = update.where(column, '=', content[column])
    await update.execute()
  }
  await insertInBatches(
    db,
    'platform.record_revision',
    all.map((one) => asHistory(job, target, one)),
  )
  return ids
}

async function readCurrent(db: AnyDb, job: ImportJob, target: Target) {
  let query = db.selectFrom(target.table).selectAll().where('municipality_id', '=', job.municipalityId)
  if (target.writing === 'append') {
    query = query.distinctOn([...target.key])
    for (const column of target.key) query = query.orderBy(column)
    query = query.orderBy('revision', 'desc')
  }
  return new Map((await query.execute()).map((row) => [keyOf(target, row), row]))
}

const keyOf = (target: Target, row: Content) => target.key.map((column) => String(row[column])).join('·')

function isSame(before: Content, content: Content) {
  return Object.entries(content).every(
    ([column, value]) =>
      column === 'import_row' || column === 'import_file' || canonical(before[column]) === canonical(value),
  )
}

/** Text that is equal exactly for equal values: jsonb does not keep the order of its keys. */
function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value instanceof Date) return JSON.stringify(value)
  const entries = Object.entries(value as Content).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join()}}`
}

type Revised = { content: Content; revision: number }

const asAppended = (job: ImportJob, { content, revision }: Revised) => ({
  ...asStored(content),
  municipality_id: job.municipalityId,
  revision,
  recorded_at: job.at,
  recorded_by: job.actor,
  import_id: job.importId,
})

const asChanging = (job: ImportJob, content: Content, revision: number) => ({
  ...asStored(content),
  municipality_id: job.municipalityId,
  revision,
  changed_at: job.at,
  import_id: job.importId,
})

const asHistory = (job: ImportJob, target: Target, { content, revision }: Revised) => ({
  municipality_id: job.municipalityId,
  table_name: target.table,
  record_key: keyOf(target, content),
  revision,
  recorded_at: job.at,
  recorded_by: job.actor,
  import_id: job.importId,
  content: JSON.stringify(content),
  is_public: job.isPublic,
})

/** Drivers turn arrays into SQL arrays; jsonb wants text. */
const asStored = (content: Content) =>
  Object.fromEntries(
    Object.entries(content).map(([column, value]) => [
      column,
      value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value,
    ]),
  )

async function insertInBatches(db: AnyDb, table: string, rows: Content[]) {
  for (let start = 0; start < rows.length; start += BATCH) {
    await db
      .insertInto(table)
      .values(rows.slice(start, start + BATCH))
      .execute()
  }
}
