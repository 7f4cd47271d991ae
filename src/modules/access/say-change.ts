import type { Speech } from '#platform/i18n.tsx'
import type { JournalEntry } from '#platform/journal/journal-store.server.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { type Names, nameOfAccount } from './holding.ts'
import { isUnnamed, type RowSubject, sayRowSubject } from './row-subject.ts'

type Words = Pick<Speech, 'text'>

/** What was done, in words; its name in the code where there are none. */
export function sayAction({ text }: Words, action: string): string {
  const key = `access.did.${action}` as TextKey
  const said = text(key)
  return said === key ? action : said
}

/** Whom and what entries are about, by what is written of them. */
type Called = {
  names: Names
  persons: Readonly<Record<string, string>>
  about: Readonly<Record<string, RowSubject>>
}

/** What it was about: a person, an account or a row by name, whatever else as it was written. */
export function saySubject(
  words: Words,
  { action, subject }: Pick<JournalEntry, 'action' | 'subject'>,
  { names, persons, about }: Called,
): string {
  const row = about[subject]
  if (row) return sayRowSubject(words, row)
  if (isUnnamed(action, subject)) return ''
  return persons[subject] ?? nameOfAccount(names, subject)
}

/** How much it changed. */
export const sayCounts = ({ text }: Words, { added, changed }: JournalEntry): string =>
  [
    added > 0 ? text('access.journal.added', { count: added }) : '',
    changed > 0 ? text('access.journal.changed', { count: changed }) : '',
  ]
    .filter(Boolean)
    .join(', ')
