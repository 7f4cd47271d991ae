import {
  code,
  date,
  form,
  oneOf,
  optionalDate,
  optionalForm,
  optionalText,
  optionalWhole,
  text,
  whole,
} from '#platform/import/columns.ts'
import { pointing, reference } from '#platform/import/references.ts'
import { changing, type RowsOf, sheet } from '#platform/import/sheet.ts'
import { DISCLOSED } from './disclosure-rule.ts'

const territory = [/^LV\d{7}$/, 'LV0005000'] as const

/** The files that are the same for the whole country; `data/README.md` describes every column. */
export const registrySheets = {
  planningRegions: sheet(
    'planning-regions.csv',
    ['code'],
    { code, name_lv: text, name_en: text },
    { isRequired: true, ...changing('registry.planning_region') },
  ),
  municipalities: sheet(
    'municipalities.csv',
    ['code', 'valid_from'],
    {
      code: form(...territory),
      slug: form(/^[a-z]+(-[a-z]+)*$/, 'liepaja, dobeles-novads'),
      iso: optionalText,
      kind: oneOf(['stateCity', 'novads']),
      name_lv: text,
      name_en: text,
      region: reference('planningRegions'),
      valid_from: date,
      valid_to: optionalDate,
      successor: pointing(optionalForm(...territory), 'municipalities', { columns: ['code'] }),
      tile_column: optionalWhole,
      tile_row: optionalWhole,
    },
    {
      isRequired: true,
      ...changing('registry.municipality_version', {
        statesOf: { table: 'registry.municipality', column: 'municipality_id', columns: ['slug'] },
      }),
    },
  ),
  schoolYears: sheet(
    'school-years.csv',
    ['code'],
    {
      code: form(/^\d{4}\/\d{4}$/, '2024/2025'),
      starts_on: date,
      ends_on: date,
      source: optionalText,
    },
    changing('registry.school_year'),
  ),
  institutionTypes: sheet(
    'institution-types.csv',
    ['code'],
    {
      code,
      name_lv: text,
      name_en: text,
      position: whole,
    },
    changing('registry.institution_type'),
  ),
  disclosureRules: sheet(
    'disclosure-rules.csv',
    ['what', 'valid_from'],
    {
      what: oneOf(DISCLOSED),
      valid_from: date,
      least_people: whole,
      least_count: whole,
      zeros: oneOf(['hide', 'print']),
      source: optionalText,
    },
    changing('registry.disclosure_rule'),
  ),
  publicHolidays: sheet(
    'public-holidays.csv',
    ['day'],
    { day: date, name_lv: text, name_en: text, source: optionalText },
    changing('registry.public_holiday'),
  ),
}

type RegistrySheets = typeof registrySheets
declare module '#platform/import/sheet.ts' {
  interface AllSheets extends RegistrySheets {}
}
export type RegistryRows = RowsOf<typeof registrySheets>
