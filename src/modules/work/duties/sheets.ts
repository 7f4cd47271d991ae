import {
  date,
  form,
  oneOf,
  optionalDate,
  optionalForm,
  optionalOneOf,
  optionalText,
  slug,
  text,
} from '#platform/import/columns.ts'
import { changing, type RowsOf, sheet } from '#platform/import/sheet.ts'
import { DUTY_YEARS, PERFORMERS, RHYTHMS } from './duty.ts'

/** What the country asks of municipalities and institutions; `data/README.md` describes every column. */
export const dutySheets = {
  duties: sheet(
    'duties.csv',
    ['key', 'valid_from'],
    {
      key: slug,
      valid_from: date,
      valid_to: optionalDate,
      kind: form(/^[a-z][a-zA-Z]*$/, 'selfAssessment'),
      name_lv: text,
      name_en: text,
      asks_lv: text,
      asks_en: text,
      performer: oneOf(PERFORMERS),
      basis: oneOf(['law', 'cabinet']),
      basis_lv: text,
      basis_en: text,
      link: form(/^https:\/\/\S+$/, 'https://likumi.lv/ta/id/50759'),
      rhythm: oneOf(RHYTHMS),
      due: optionalForm(/^(\d{4}-)?\d{2}-\d{2}$/, '10-01'),
      about: optionalOneOf(DUTY_YEARS),
      institution_types: optionalForm(/^[a-zA-Z]+(;[a-zA-Z]+)*$/, 'preschool;basicSchool'),
      unverified_lv: optionalText,
      unverified_en: optionalText,
    },
    changing('work.duty'),
  ),
}
type DutySheets = typeof dutySheets
declare module '#platform/import/sheet.ts' {
  interface AllSheets extends DutySheets {}
}
export type DutyRows = RowsOf<typeof dutySheets>
