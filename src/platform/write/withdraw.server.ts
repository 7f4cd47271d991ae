import type { DatabaseTransaction } from '../database/types.server.ts'
import { HISTORY_TABLE } from '../rights/history.ts'
import type { Change } from './change.server.ts'
import { asAppended, asHistory, type Place, placeOf, replace, untyped } from './revise.server.ts'
import type { Content } from './stored.ts'

/**
 * Withdraws a row: it is no longer shown, and nothing of it is lost. A measured value gets one more revision,
 * which says so; of a descriptive row the history keeps every state.
 *
 * @param stored the table's own row as it stands
 */
export async function withdraw(
  tx: DatabaseTransaction,
  change: Change,
  target: { table: string; key: readonly string[] },
  stored: Content,
) {
  const place: Place = placeOf(target)
  const db = untyped(tx)
  const { revision, changed_at, change_id, recorded_at, recorded_by, revision_reason, ...rest } = stored
  const written = Object.entries(rest).filter(([column]) => !place.declared.generated?.includes(column))
  const content = Object.fromEntries(written)
  const one = { content: { ...content, withdrawn_at: change.at }, revision: Number(revision) + 1 }
  if (place.declared.writing === 'append') {
    await db.insertInto(place.table).values(asAppended(change, one)).execute()
    return
  }
  const { origin_file, origin_row, municipality_id, ...own } = one.content as Record<string, unknown>
  const changing = { content: own, revision: one.revision }
  await replace(db, change, place, changing)
  await db
    .insertInto(HISTORY_TABLE)
    .values(asHistory(change, place, changing))
    .execute()
}
