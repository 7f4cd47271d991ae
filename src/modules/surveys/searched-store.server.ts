import { readRows } from '#platform/database/read-rows.server.ts'
import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { SurveysTables } from './tables.server.ts'

/** What was asked in the surveys of a municipality, without any answer. One statement. */
export const findAskedItems = (db: Db<SurveysTables>, municipalityId: string) =>
  readRows(
    db,
    db
      .selectFrom('surveys.item')
      .select(['survey_id', 'code', 'title_lv', 'title_en'])
      .where('municipality_id', '=', municipalityId)
      .where(isShown())
      .orderBy('position'),
  )

/** The groups of people that the surveys of a municipality asked, by name alone. One statement. */
export const findAskedGroups = (db: Db<SurveysTables>, municipalityId: string) =>
  readRows(
    db,
    db
      .selectFrom('surveys.survey_group')
      .select(['survey_id', 'code', 'label_lv', 'label_en'])
      .where('municipality_id', '=', municipalityId)
      .where(isShown())
      .orderBy('position'),
  )
