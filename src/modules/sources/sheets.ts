import { code, optionalAnyAddress, optionalDate, optionalText, text } from '#platform/import/columns.ts'
import { optionalReference } from '#platform/import/references.ts'
import { changing, type RowsOf, sheet } from '#platform/import/sheet.ts'

/** Columns of every sheet whose rows say where they were taken from. */
export const cited = { source: optionalReference('sources'), locator: optionalText }

/** Columns of every sheet whose rows may have the exact words of a document beside ours. */
export const official = { official_lv: optionalText, official_en: optionalText }

/** The file of source documents; `data/README.md` describes every column. */
export const sourceSheets = {
  sources: sheet(
    'sources.csv',
    ['key'],
    {
      key: code,
      title_lv: text,
      title_en: text,
      publisher: optionalText,
      prepared_from: optionalDate,
      prepared_to: optionalDate,
      states_data_to: optionalDate,
      url: optionalAnyAddress,
    },
    changing('sources.document', { hasId: true, within: 'catalogue' }),
  ),
}

type SourceSheets = typeof sourceSheets
declare module '#platform/import/sheet.ts' {
  interface AllSheets extends SourceSheets {}
}
export type SourceRows = RowsOf<typeof sourceSheets>
