import type { ExpressionBuilder, Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DatabaseTransaction } from '../database/types.server.ts'
import type { TenantTable } from '../rights/declaration.ts'
import { declarationOf } from '../rights/declared.ts'
import { HISTORY_TABLE } from '../rights/history.ts'
import { COLUMN_OF } from '../rights/levels.ts'
import type { Change } from './change.server.ts'
import type { RevisedRow, RevisedTable } from './revised-tables.ts'
import { asStored, type Content, canonical } from './stored.ts'
import { insertRows, writeInBatches } from './write-in-batches.server.ts'

/** Where rows go, and what tells them apart. */
export type Target<Name extends RevisedTable> = {
  table: Name
  /** Columns that tell one row from another within the municipality. */
  key: readonly (keyof RevisedRow<Name> & string)[]
  /** The table has an id of its own, given to new rows and kept by known ones. */
  hasId?: boolean
}

/** So many rows are looked for by their keys; for more the whole municipality is read at once. */
const FEW = 50

/**
 * Brings a table to what the rows say: unknown keys are added, differing rows get a new revision, equal
 * rows are left alone, and rows that are no longer mentioned stay as they are. One reading statement,
 * whatever the number of rows.
 *
 * @param rows column names and values; jsonb columns as plain objects or arrays
 * @returns ids by key (key columns joined with `·`), for tables that have ids
 * @throws ChangedMeanwhile when somebody else has changed one of the rows since it was read
 */
export async function revise<Name extends RevisedTable>(
  tx: DatabaseTransaction,
  change: Change,
  target: Target<Name>,
  rows: Iterable<RevisedRow<Name>> & { readonly length: number },
): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const place = placeOf(target)
  const db = untyped(tx)
  const known = await readCurrent(db, change, place, rows as Iterable<Content> & { length: number })
  const ids = new Map<string, string>()
  const isAppending = place.declared.writing === 'append'
  const published = place.declared.published === 'flag' ? { is_public: change.isPublic } : undefined
  const revised: Revised[] = []

  /** Rows to be inserted, made as they are asked for: there may be a hundred thousand. */
  function* inserted(): Generator<Revised> {
    for (const row of rows as Iterable<Content>) {
      const key = keyOf(place, row)
      const before = known.get(key)
      const id = String(before?.id ?? row.id ?? (target.hasId ? uuidv7() : ''))
      if (id !== '') ids.set(key, id)
      // One that is named again is no longer withdrawn.
      const content: Content = {
        ...row,
        ...published,
        ...(target.hasId ? { id } : undefined),
        ...(before?.withdrawn_at ? { withdrawn_at: null } : undefined),
      }
      if (before && isSame(before, content)) continue
      const one = { content, revision: Number(before?.revision ?? 0) + 1 }
      change.counts[before ? 'changed' : 'added'] += 1
      if (before && !isAppending) revised.push(one)
      else yield one
    }
  }

  const keepHistory = !isAppending && !place.declared.forgets
  await writeInBatches(inserted(), async (batch) => {
    const written = isAppending ? appended : changing
    await insertRows(
      db,
      place.table,
      batch.map((one) => written(change, one)),
    )
    change.tell?.(batch.length)
    if (keepHistory)
      await insertRows(
        db,
        HISTORY_TABLE,
        batch.map((one) => past(change, place, one)),
      )
  })
  for (const one of revised) {
    await replace(db, change, place, one)
    change.tell?.(1)
  }
  if (keepHistory) {
    await writeInBatches(revised, (batch) =>
      insertRows(
        db,
        HISTORY_TABLE,
        batch.map((one) => past(change, place, one)),
      ),
    )
  }
  return ids
}

/**
 * The id of a row by the key that files know it by.
 *
 * @throws RangeError when there is none, which checking the files should have told
 */
export function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new RangeError(`idOf: nothing has the key ${key}`)
  return id
}

/** Somebody else has changed a row between its being read and written; the writer may try again. */
export class ChangedMeanwhile extends Error {
  constructor(table: string, key: string) {
    super(`${table} ${key} was changed meanwhile`)
  }
}

export type Place = { table: string; key: readonly string[]; declared: TenantTable }
type Revised = { content: Content; revision: number }
type AnyTables = Kysely<Record<string, Content>>

/** The same transaction for tables that are known by name only: the types end at this door. */
export const untyped = (tx: DatabaseTransaction) => tx as unknown as AnyTables

/** A table with its rights, which say how it is written. */
export function placeOf({ table, key }: { table: string; key: readonly string[] }): Place {
  const declared = declarationOf(table)
  if (!declared || !('reach' in declared)) throw new RangeError(`revise: ${table} declares no reach`)
  return { table, key, declared }
}

async function readCurrent(
  db: AnyTables,
  change: Change,
  place: Place,
  rows: Iterable<Content> & { length: number },
) {
  let query = db.selectFrom(place.table).selectAll().where('municipality_id', '=', change.municipalityId)
  if (rows.length <= FEW)
    query = query.where((build) => build.or([...rows].map((row) => hasKey(build, place, row))))
  if (place.declared.writing === 'append') {
    query = query.distinctOn([...place.key])
    for (const column of place.key) query = query.orderBy(column)
    query = query.orderBy('revision', 'desc')
  }
  return new Map((await query.execute()).map((row) => [keyOf(place, row), row]))
}

function hasKey(build: ExpressionBuilder<Record<string, Content>, string>, { key }: Place, row: Content) {
  return build.and(
    key.map((column) => (row[column] === null ? build(column, 'is', null) : build(column, '=', row[column]))),
  )
}

const keyOf = ({ key }: Pick<Place, 'key'>, row: Content) =>
  key.map((column) => String(row[column])).join('·')

function isSame(before: Content, content: Content) {
  return Object.entries(content).every(
    ([column, value]) =>
      column === 'origin_row' || column === 'origin_file' || canonical(before[column]) === canonical(value),
  )
}

export async function replace(db: AnyTables, change: Change, place: Place, one: Revised) {
  let update = db.updateTable(place.table).set(asStored(changing(change, one)))
  update = update
    .where('municipality_id', '=', change.municipalityId)
    .where('revision', '=', one.revision - 1)
  for (const column of place.key) update = update.where(column, '=', one.content[column])
  const { numUpdatedRows } = await update.executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new ChangedMeanwhile(place.table, keyOf(place, one.content))
}

/** A row as its table has it, jsonb as plain values. */
const appended = (change: Change, { content, revision }: Revised): Content => ({
  ...content,
  municipality_id: change.municipalityId,
  revision,
  recorded_at: change.at,
  recorded_by: change.who,
  revision_reason: change.why ?? null,
  change_id: change.id,
})

const changing = (change: Change, { content, revision }: Revised): Content => ({
  ...content,
  municipality_id: change.municipalityId,
  revision,
  changed_at: change.at,
  change_id: change.id,
})

/** A state as the history keeps it, with what says who may see it. */
const past = (change: Change, place: Place, { content, revision }: Revised): Content => ({
  municipality_id: change.municipalityId,
  institution_id: content[COLUMN_OF.institution] ?? null,
  group_id: content[COLUMN_OF.group] ?? null,
  person_id: content[COLUMN_OF.person] ?? null,
  table_name: place.table,
  record_key: keyOf(place, content),
  revision,
  recorded_at: change.at,
  recorded_by: change.who,
  change_id: change.id,
  content,
  is_public: place.declared.published === 'flag' && change.isPublic,
})

export const asAppended = (change: Change, one: Revised) => asStored(appended(change, one))
export const asHistory = (change: Change, place: Place, one: Revised) => asStored(past(change, place, one))
