import { sql } from 'kysely'
import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { IndicatorsTables } from './tables.server.ts'

type Own = Db<IndicatorsTables>

/**
 * What survey tables say of the figures of some series, or of all of a municipality. What was written after an
 * earlier instant was not known then. One statement.
 */
export function findEvidence(db: Own, municipalityId: string, series?: readonly string[], asOf?: Date) {
  return readRows(
    db,
    db
      .selectFrom('indicators.evidence')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where(series === undefined ? sql<boolean>`true` : sql<boolean>`series_id = any(${series}::uuid[])`)
      .$if(asOf !== undefined, (query) => query.where('changed_at', '<=', asOf as Date))
      .where(isShown()),
  )
}
