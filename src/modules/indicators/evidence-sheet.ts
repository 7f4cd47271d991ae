import { code } from '#platform/import/columns.ts'
import { keyReference } from '#platform/import/references.ts'
import { changing, sheet } from '#platform/import/sheet.ts'

/** The cells of a file that name a series, as rows that are kept: one that is emptied takes its evidence away. */
export const evidenceSheet = (file: string) =>
  sheet(
    file,
    ['survey', 'group', 'item', 'series'],
    { survey: code, group: code, item: code, series: keyReference('series') },
    changing('indicators.evidence', { within: 'catalogue', columns: { group: 'survey_group' } }),
  )
