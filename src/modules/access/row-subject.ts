import type { Speech } from '#platform/i18n.tsx'
import type { TextKey } from '#platform/texts/text.ts'

/** A row that a change was about: what such a row is called, and what of its key says something to people. */
export type RowSubject = { name: TextKey; key: string }

const ROW = /^([a-z]+\.[a-z_]+) (.+)$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Reads what is written as `indicators.observation 01a2…·2021`: the table, and its key without ids.
 *
 * @param nameOf what one row of a table is called, where that is known
 */
export function readRowSubject(
  subject: string,
  nameOf: (table: string) => TextKey | undefined,
): RowSubject | undefined {
  const [, table = '', key = ''] = ROW.exec(subject) ?? []
  const name = nameOf(table)
  const told = key.split('·').filter((part) => part !== '' && part !== 'null' && !ID.test(part))
  return name && { name, key: told.join(', ') }
}

/** Of these only the id is written, which says nothing to anybody: what was done says what it is. */
const UNNAMED = /^(message|answer|report|task|correction)\./

/** Whether a change is about something that has no name but an id. */
export const isUnnamed = (action: string, subject: string) => UNNAMED.test(action) && ID.test(subject)

export const sayRowSubject = ({ text }: Pick<Speech, 'text'>, { name, key }: RowSubject) =>
  key === '' ? text(name) : `${text(name)}: ${key}`
