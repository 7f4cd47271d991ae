import type { Findable, Searched } from '#platform/searched.ts'
import { itemAnchor } from './anchors.ts'
import { findAskedItems } from './searched-store.server.ts'
import { findSurveys } from './store.server.ts'
import { surveyAddress } from './subjects.ts'

/** Surveys and what they asked; how people answered stands on their pages alone. */
export const searchedSurveys: Searched = {
  kinds: [
    { code: 'survey', label: 'surveys.kind.surveys', weight: 1.3 },
    { code: 'question', label: 'surveys.kind.questions' },
  ],
  find: async ({ tx, municipality }) => {
    if (!municipality) return []
    const surveys = await findSurveys(tx, municipality.id)
    const items = await findAskedItems(tx, municipality.id)
    return surveys.flatMap(({ id, key, title, question, answerScale, period }): Findable[] => [
      {
        kind: 'survey',
        address: surveyAddress(key),
        name: title,
        called: [period],
        words: [question, answerScale],
      },
      ...items
        .filter((item) => item.survey_id === id)
        .map((item) => ({
          kind: 'question',
          address: `${surveyAddress(key)}#${itemAnchor(item.code)}`,
          name: { lv: item.title_lv, en: item.title_en },
          called: [item.code],
          within: title,
        })),
    ])
  },
}
