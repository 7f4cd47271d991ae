import { citationReader } from '#modules/sources'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import { findFiles } from '#platform/files/file-store.server.ts'
import type { FileTables } from '#platform/files/file-tables.server.ts'
import { findStatesWithin } from '#platform/write/states-as-of.server.ts'
import { EVIDENCE_FILES, type Evidence } from './evidence.ts'
import { asItWas } from './plan-as-of.server.ts'
import type { Reading } from './store.server.ts'
import type { StrategyRow, StrategyTables } from './tables.server.ts'

type Own = Db<StrategyTables>
/** Of a plan, and there of one action or of all. */
type Place = { municipalityId: string; strategyId: string; action?: string | undefined }

/** Rows of what shows how far actions have come, those withdrawn included, by code. */
export async function findEvidenceRows(db: Own, { municipalityId, strategyId, action }: Place) {
  return readRows(
    db,
    db
      .selectFrom('strategy.action_evidence')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('strategy_id', '=', strategyId)
      .$if(action !== undefined, (query) => query.where('action', '=', action ?? ''))
      .orderBy('as_of', 'desc')
      .orderBy('code'),
  )
}

/**
 * What shows how far an action, or each one of a plan, has come: the newest times first. Of an earlier day what
 * everybody could read then; files that are everybody's no longer are not named. At most three statements.
 */
export async function findEvidence(
  db: Own & Db<FileTables>,
  place: Place,
  { asOf, sourceKeys = new Map() }: Reading,
): Promise<Evidence[]> {
  const cite = citationReader(sourceKeys)
  const rows = await describeAsOf(db, place, await findEvidenceRows(db, place), asOf)
  const isFiled = rows.some(({ file_id }) => file_id)
  const files = isFiled ? await findFiles(db, place.municipalityId, EVIDENCE_FILES) : []
  const shown = new Set(files.map(({ id }) => id))
  return rows
    .filter(({ withdrawn_at }) => !withdrawn_at)
    .map((row) => ({
      action: row.action,
      code: row.code,
      asOf: row.as_of,
      kind: row.kind,
      title: { lv: row.title_lv, en: row.title_en ?? row.title_lv },
      isTranslated: row.title_en !== null,
      url: row.url,
      fileId: row.file_id && shown.has(row.file_id) ? row.file_id : null,
      institution: row.institution,
      works: row.works,
      doneOn: row.done_on,
      ...cite(row),
    }))
}

async function describeAsOf(
  db: Own,
  { municipalityId, strategyId }: Place,
  rows: StrategyRow<'action_evidence'>[],
  asOf: Date | undefined,
) {
  if (asOf === undefined || rows.length === 0) return rows
  const table = 'strategy.action_evidence'
  const stateOf = await findStatesWithin(db, { municipalityId, tables: [table], within: strategyId, asOf })
  return rows.flatMap((row) => asItWas(row, stateOf(table, `${row.action}·${row.code}`)))
}

/** Files that evidence which is everybody's names, in all plans of a municipality. One statement. */
export async function findShownFileIds(db: Own, municipalityId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('strategy.action_evidence')
    .select('file_id')
    .distinct()
    .where('municipality_id', '=', municipalityId)
    .where('is_public', '=', true)
    .where(isShown())
    .execute()
  return new Set(rows.flatMap(({ file_id }) => file_id ?? []))
}
