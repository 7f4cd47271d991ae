import type { EditField, Option } from '#platform/editing/edit.ts'
import { choice, line, long, moment } from '#platform/editing/fields.ts'

const TITLE = 200
const TEXT = 4000

/** Fields that describe a call: why, for what, when, by whom. What an open call asks about stays as it is. */
export function descriptionFields({
  isOpen,
  accounts,
}: {
  isOpen: boolean
  accounts: readonly Option[]
}): EditField[] {
  const text = (name: 'purpose' | 'legal_basis' | 'use') => [
    long(`${name}_lv`, `collection.call.${name}`, {
      isRequired: true,
      hint: `collection.call.${name}.hint`,
      maximumLength: TEXT,
    }),
    {
      ...long(`${name}_en`, `collection.call.${name}.en`, {
        maximumLength: TEXT,
        hint: 'collection.edit.en.hint',
      }),
      foldedUnder: 'collection.call.inEnglish' as const,
    },
  ]
  const period = line('period', 'collection.call.period', {
    isRequired: true,
    hint: 'collection.call.period.hint',
    maximumLength: 20,
  })
  return [
    line('title_lv', 'collection.call.titleLv', { isRequired: true, maximumLength: TITLE }),
    line('title_en', 'collection.call.titleEn', { maximumLength: TITLE, hint: 'collection.edit.en.hint' }),
    ...text('purpose'),
    ...text('legal_basis'),
    ...text('use'),
    ...(isOpen ? [] : [period]),
    moment('opens_at', 'collection.call.opensAt', { isRequired: true, hint: 'collection.call.opensAt.hint' }),
    moment('due_at', 'collection.call.dueAt', { isRequired: true, hint: 'collection.call.dueAt.hint' }),
    moment('locks_at', 'collection.call.locksAt', { isRequired: true, hint: 'collection.call.locksAt.hint' }),
    choice('responsible_id', 'collection.call.responsible', accounts, {
      hint: 'collection.call.responsible.hint',
    }),
    choice('deputy_id', 'collection.call.deputy', accounts),
    line('estimated_minutes', 'collection.call.minutes', {
      isRequired: true,
      hint: 'collection.call.minutes.hint',
      maximumLength: 4,
    }),
  ]
}
