import type { ExamplesOf } from '#platform/import/examples.ts'
import type { sourceSheets } from './sheets.ts'

/** How each file is written; together they can be loaded. */
export const sourceExamples: ExamplesOf<typeof sourceSheets> = {
  sources: {
    about: 'sources.file.sources',
    rows: [
      {
        key: 'parskats',
        title_lv: 'Pārskats par izglītību',
        title_en: 'Report on education',
        publisher: 'Izglītības pārvalde',
        prepared_to: '2025-09-30',
        url: 'https://www.example.lv/parskats.pdf',
      },
    ],
  },
}
