import type { Db } from '#platform/database/types.server.ts'
import { isShown } from '#platform/database/withdrawn.server.ts'
import type { SurveysTables } from './tables.server.ts'

/** What surveys asked about a goal: names only, no answers. */
export async function findGoalItems(db: Db<SurveysTables>, municipalityId: string, goal: string) {
  const rows = await db
    .selectFrom('surveys.item as item')
    .innerJoin('surveys.survey as survey', (join) =>
      join
        .onRef('survey.municipality_id', '=', 'item.municipality_id')
        .onRef('survey.id', '=', 'item.survey_id'),
    )
    .select([
      'survey.key',
      'survey.period',
      'survey.title_lv as survey_lv',
      'survey.title_en as survey_en',
      'item.code',
      'item.title_lv',
      'item.title_en',
    ])
    .where('item.municipality_id', '=', municipalityId)
    .where('item.goal', '=', goal)
    .where(isShown('item'))
    .where(isShown('survey'))
    .orderBy('survey.position')
    .orderBy('item.position')
    .execute()
  return [...Map.groupBy(rows, ({ key }) => key)].map(([key, [first, ...others]]) => ({
    survey: {
      key,
      period: first?.period ?? '',
      title: { lv: first?.survey_lv ?? '', en: first?.survey_en ?? '' },
    },
    items: (first ? [first, ...others] : []).map(({ code, title_lv, title_en }) => ({
      code,
      title: { lv: title_lv, en: title_en },
    })),
  }))
}
