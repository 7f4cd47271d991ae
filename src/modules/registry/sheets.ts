import {
  date,
  oneOf,
  optionalDate,
  optionalText,
  optionalWhole,
  text,
  whole,
} from '#platform/import/columns.ts'
import { type RowsOf, sheet } from '#platform/import/sheet.ts'

/** The files that are the same for the whole country; `data/README.md` describes every column. */
export const registrySheets = {
  planningRegions: sheet('planning-regions.csv', ['code'], { code: text, name_lv: text, name_en: text }),
  municipalities: sheet('municipalities.csv', ['code', 'valid_from'], {
    code: text,
    slug: text,
    iso: optionalText,
    kind: oneOf(['stateCity', 'novads']),
    name_lv: text,
    name_en: text,
    region: text,
    valid_from: date,
    valid_to: optionalDate,
    successor: optionalText,
    tile_column: optionalWhole,
    tile_row: optionalWhole,
  }),
  schoolYears: sheet('school-years.csv', ['code'], {
    code: text,
    starts_on: date,
    ends_on: date,
    source: optionalText,
  }),
  institutionTypes: sheet('institution-types.csv', ['code'], {
    code: text,
    name_lv: text,
    name_en: text,
    position: whole,
  }),
}

type RegistrySheets = typeof registrySheets
declare module '#platform/import/sheet.ts' {
  interface AllSheets extends RegistrySheets {}
}
export type RegistryRows = RowsOf<typeof registrySheets>
