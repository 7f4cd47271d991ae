import type { ExamplesOf } from '#platform/import/examples.ts'
import type { surveySheets } from './sheets.ts'

/** How each file is written; together they can be loaded. */
export const surveyExamples: ExamplesOf<typeof surveySheets> = {
  surveys: {
    about: 'surveys.file.surveys',
    rows: [{ key: 'vecaki', title_lv: 'Vecāku aptauja', title_en: 'Survey of parents', period: '2024/2025' }],
  },
  surveyGroups: {
    about: 'surveys.file.surveyGroups',
    rows: [
      {
        survey: 'vecaki',
        group: 'pirmsskola',
        position: '1',
        label_lv: 'pirmsskolas',
        label_en: 'preschools',
        respondents: '140',
      },
    ],
  },
  surveyItems: {
    about: 'surveys.file.surveyItems',
    rows: [
      {
        survey: 'vecaki',
        item: '1',
        position: '1',
        goal: 'M1',
        title_lv: 'Vieta pirmsskolā bija tad, kad vajadzēja',
        title_en: 'There was a preschool place when it was needed',
      },
    ],
  },
  surveyResults: {
    about: 'surveys.file.surveyResults',
    rows: [{ survey: 'vecaki', group: 'pirmsskola', item: '1', share: '71' }],
  },
  surveyMeans: {
    about: 'surveys.file.surveyMeans',
    rows: [{ survey: 'vecaki', group: 'pirmsskola', scope: 'all', printed_mean: '71' }],
  },
}
