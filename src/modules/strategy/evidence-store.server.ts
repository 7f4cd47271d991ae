import { citationReader } from '#modules/sources'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import type { SourceKeys } from './assemble.ts'
import type { Evidence } from './evidence.ts'
import type { StrategyTables } from './tables.server.ts'

type Own = Db<StrategyTables>
type Place = { municipalityId: string; strategyId: string; action: string }

/** Rows of what shows how far an action has come, those withdrawn included, by code. */
export async function findEvidenceRows(db: Own, { municipalityId, strategyId, action }: Place) {
  return readRows(
    db,
    db
      .selectFrom('strategy.action_evidence')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('strategy_id', '=', strategyId)
      .where('action', '=', action)
      .orderBy('as_of', 'desc')
      .orderBy('code'),
  )
}

/** What shows how far an action has come: the newest times first. One statement. */
export async function findEvidence(db: Own, place: Place, sourceKeys: SourceKeys): Promise<Evidence[]> {
  const cite = citationReader(sourceKeys)
  const rows = await findEvidenceRows(db, place)
  return rows
    .filter(({ withdrawn_at }) => !withdrawn_at)
    .map((row) => ({
      code: row.code,
      asOf: row.as_of,
      kind: row.kind,
      title: { lv: row.title_lv, en: row.title_en ?? row.title_lv },
      url: row.url,
      fileId: row.file_id ?? null,
      institution: row.institution,
      works: row.works,
      doneOn: row.done_on,
      ...cite(row),
    }))
}
