import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import { selectCurrentTargetSet } from './store.server.ts'
import type { IndicatorsTables } from './tables.server.ts'

/** The indicators of the current plan with the words that describe them. One statement. */
export const findDescribedIndicators = (db: Db<IndicatorsTables>, municipalityId: string) =>
  readRows(
    db,
    db
      .selectFrom('indicators.indicator')
      .select(['code', 'title_lv', 'title_en', 'official_lv', 'official_en'])
      .select(['definition_lv', 'definition_en', 'data_source_lv', 'data_source_en'])
      .where('municipality_id', '=', municipalityId)
      .where('catalogue', '=', selectCurrentTargetSet(db, municipalityId))
      .where(isShown())
      .orderBy('position'),
  )
