import {
  code,
  oneOf,
  optionalKey,
  optionalOneOf,
  optionalText,
  text,
  yesNo,
} from '#platform/import/columns.ts'
import { ImportRefused } from '#platform/import/problems.ts'
import { readSheets } from '#platform/import/read-sheets.server.ts'
import { type RowsOf, sheet } from '#platform/import/sheet.ts'
import { DIRECTIONS, RESTS_ON, VALUE_KINDS } from './model.ts'
import { unit } from './units.ts'

/** What an indicator of the catalogue is about. */
export const TEMPLATE_THEMES = [
  'access',
  'inclusion',
  'wellbeing',
  'achievement',
  'staff',
  'network',
  'community',
] as const
export type TemplateTheme = (typeof TEMPLATE_THEMES)[number]

const templateSheets = {
  templates: sheet(
    'indicators.csv',
    ['code'],
    {
      code,
      theme: oneOf(TEMPLATE_THEMES),
      title_lv: text,
      title_en: text,
      definition_lv: text,
      definition_en: text,
      numerator_lv: optionalText,
      numerator_en: optionalText,
      denominator_lv: optionalText,
      denominator_en: optionalText,
      unit,
      direction: oneOf(DIRECTIONS),
      value_kind: oneOf(VALUE_KINDS),
      frequency: oneOf(['schoolYear', 'semester', 'calendarYear', 'snapshot']),
      about_persons: yesNo,
      rests_on: optionalOneOf(RESTS_ON),
      data_source_lv: text,
      data_source_en: text,
      like: optionalKey,
    },
    { isRequired: true },
  ),
}

/** An indicator that a municipality can take as it is, with its method. */
export type IndicatorTemplate = RowsOf<typeof templateSheets>['templates'][number]

const CATALOGUE = 'data/templates'
let known: Promise<readonly IndicatorTemplate[]> | undefined

/** The catalogue of indicators that ships, read once. @throws ImportRefused when its file is not right */
export function readIndicatorTemplates(): Promise<readonly IndicatorTemplate[]> {
  known ??= readSheets(CATALOGUE, templateSheets).then(({ rows, problems }) => {
    if (problems.length > 0) throw new ImportRefused(problems)
    return rows.templates
  })
  return known
}
