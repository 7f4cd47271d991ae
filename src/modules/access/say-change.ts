import type { Speech } from '#platform/i18n.tsx'
import type { JournalEntry } from '#platform/journal/journal-store.server.ts'
import type { TextKey } from '#platform/texts/text.ts'
import { type Names, nameOfAccount } from './holding.ts'

type Words = Pick<Speech, 'text'>

/** What was done, in words; its name in the code where there are none. */
export function sayAction({ text }: Words, action: string): string {
  const key = `access.did.${action}` as TextKey
  const said = text(key)
  return said === key ? action : said
}

/** What it was about: a person or an account by name, whatever else as it was written. */
export const saySubject = (
  subject: string,
  names: Names,
  persons: Readonly<Record<string, string>>,
): string => persons[subject] ?? nameOfAccount(names, subject)

/** How much it changed. */
export const sayCounts = ({ text }: Words, { added, changed }: JournalEntry): string =>
  [
    added > 0 ? text('access.journal.added', { count: added }) : '',
    changed > 0 ? text('access.journal.changed', { count: changed }) : '',
  ]
    .filter(Boolean)
    .join(', ')
