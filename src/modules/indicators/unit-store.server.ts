import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { IndicatorsTables } from './tables.server.ts'

/** The units that a plan describes. One statement. */
export function findUnits(db: Db<IndicatorsTables>, municipalityId: string, catalogue: string) {
  return readRows(
    db,
    db
      .selectFrom('indicators.unit')
      .selectAll()
      .where('municipality_id', '=', municipalityId)
      .where('catalogue', '=', catalogue)
      .where(isShown())
      .orderBy('code'),
  )
}
