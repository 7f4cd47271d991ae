import type { EditField } from '#platform/editing/edit.ts'
import { choice, line, long, tick } from '#platform/editing/fields.ts'
import { ELEMENT_KINDS } from '../../model.ts'
import { REGISTERS } from '../registers.ts'

const NAME = 200
const TEXT = 2000
const LINES = 8000

/** Rows that are typed so often that one choice puts them in. */
export const ROW_SETS = ['grades', 'preschoolGroups'] as const

/** What is asked of an element; its key is chosen once. */
export function elementFields({ isNew }: { isNew: boolean }): EditField[] {
  const kinds = ELEMENT_KINDS.map((value) => ({ value, label: `collection.element.kind.${value}` as const }))
  const sets = ROW_SETS.map((value) => ({ value, label: `collection.element.rowSet.${value}` as const }))
  const registers = REGISTERS.map((value) => ({ value, label: `collection.register.${value}` as const }))
  const key = line('key', 'collection.element.key', {
    isRequired: true,
    hint: 'collection.element.key.hint',
    maximumLength: 40,
  })
  const ofTable = { foldedUnder: 'collection.element.ofTable' } as const
  return [
    line('name_lv', 'collection.element.nameLv', { isRequired: true, maximumLength: NAME }),
    line('name_en', 'collection.element.nameEn', { maximumLength: NAME, hint: 'collection.edit.en.hint' }),
    ...(isNew ? [key] : []),
    choice('kind', 'collection.element.kind', kinds, { isRequired: true }),
    line('unit', 'collection.element.unit', { hint: 'collection.element.unit.hint', maximumLength: 40 }),
    long('choices', 'collection.element.choices', {
      hint: 'collection.element.choices.hint',
      maximumLength: LINES,
    }),
    { ...choice('row_set', 'collection.element.rowSet', sets), ...ofTable },
    {
      ...long('rows', 'collection.element.rows', {
        hint: 'collection.element.rows.hint',
        maximumLength: LINES,
      }),
      ...ofTable,
    },
    {
      ...long('columns', 'collection.element.columns', {
        hint: 'collection.element.columns.hint',
        maximumLength: LINES,
      }),
      ...ofTable,
    },
    line('computed', 'collection.element.computed', {
      hint: 'collection.element.computed.hint',
      maximumLength: 500,
    }),
    long('help_lv', 'collection.element.helpLv', { maximumLength: TEXT }),
    long('help_en', 'collection.element.helpEn', { maximumLength: TEXT, hint: 'collection.edit.en.hint' }),
    tick('is_minimum', 'collection.element.isMinimum', { hint: 'collection.element.isMinimum.hint' }),
    long('reason_lv', 'collection.element.reasonLv', {
      hint: 'collection.element.reason.hint',
      maximumLength: TEXT,
    }),
    long('reason_en', 'collection.element.reasonEn', {
      maximumLength: TEXT,
      hint: 'collection.edit.en.hint',
    }),
    tick('is_about_people', 'collection.element.isAboutPeople', {
      hint: 'collection.element.isAboutPeople.hint',
    }),
    choice('register', 'collection.element.register', registers, {
      hint: 'collection.element.register.hint',
    }),
  ]
}
