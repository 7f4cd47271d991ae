import { sql } from 'kysely'
import type { DatabaseTransaction } from '../database/types.server.ts'
import { declarationOf } from '../rights/declared.ts'
import { HISTORY_TABLE } from '../rights/history.ts'
import { contentOf } from '../write/content-of.ts'
import { untyped } from '../write/revise.server.ts'
import type { Content } from '../write/stored.ts'
import { type EditedTable, isWithinKey, keyOfRow } from './edited-tables.ts'

/** A row as it was after one of its changes. */
export type State = {
  key: string
  revision: number
  at: Date
  /** Account that changed it. */
  who: string
  why: string | null
  changeId: string | null
  isPublic: boolean
  /** Columns and values, with those that tell whether it is withdrawn. */
  content: Content
}

export type RowPlace = { municipalityId: string; table: string; key: string }

/** More than this of one thing are not shown. */
const MOST = 500

/**
 * The states of a row, or of all rows whose keys begin so, as far as the reader may see them; the newest first.
 *
 * @param edited how the table's rows are told apart
 */
export async function findStates(
  tx: DatabaseTransaction,
  place: RowPlace,
  edited: EditedTable,
): Promise<State[]> {
  const declared = declarationOf(place.table)
  const isAppended = declared !== undefined && 'reach' in declared && declared.writing === 'append'
  const generated = declared !== undefined && 'reach' in declared ? declared.generated : undefined
  const states = isAppended ? await findAppended(tx, place, edited, generated) : await findKept(tx, place)
  const changes = await findChanges(
    tx,
    place.municipalityId,
    states.flatMap(({ changeId }) => changeId ?? []),
  )
  return states
    .map((state) => ({ ...state, why: state.why ?? changes.get(state.changeId ?? '') ?? null }))
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.revision - a.revision)
}

async function findKept(tx: DatabaseTransaction, { municipalityId, table, key }: RowPlace): Promise<State[]> {
  const rows = await untyped(tx)
    .selectFrom(HISTORY_TABLE)
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('table_name', '=', table)
    .where(sql<boolean>`(record_key = ${key} or starts_with(record_key, ${`${key}·`}))`)
    .orderBy('recorded_at', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    key: String(row.record_key),
    revision: Number(row.revision),
    at: row.recorded_at as Date,
    who: String(row.recorded_by),
    why: null,
    changeId: row.change_id === null ? null : String(row.change_id),
    isPublic: row.is_public === true,
    content: row.content as Content,
  }))
}

async function findAppended(
  tx: DatabaseTransaction,
  { municipalityId, table, key }: RowPlace,
  edited: EditedTable,
  generated?: readonly string[],
): Promise<State[]> {
  const [first = ''] = key.split('·')
  const [column = ''] = edited.key
  const rows = await untyped(tx)
    .selectFrom(table)
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where(sql<boolean>`${sql.ref(column)}::text = ${first}`)
    .orderBy('recorded_at', 'desc')
    .execute()
  return rows
    .filter((row) => isWithinKey(keyOfRow(edited.key, row), key))
    .slice(0, MOST)
    .map((row) => ({
      key: keyOfRow(edited.key, row),
      revision: Number(row.revision),
      at: row.recorded_at as Date,
      who: String(row.recorded_by),
      why: row.revision_reason === null ? null : String(row.revision_reason),
      changeId: row.change_id === null ? null : String(row.change_id),
      isPublic: row.is_public === true,
      content: contentOf(row, generated),
    }))
}

/** The reasons that changes were given, by their ids; of those that the reader may see. */
async function findChanges(tx: DatabaseTransaction, municipalityId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string | null>()
  const rows = await tx
    .selectFrom('platform.change')
    .select(['id', 'why'])
    .where('municipality_id', '=', municipalityId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, why }) => [id, why]))
}
