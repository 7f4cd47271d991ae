import type { Speech } from '#platform/i18n.tsx'
import type { Field } from '../form/fields.ts'

/** What a field is called: its element, and of a cell its row and column too. */
export const sayLabel = ({ local }: Pick<Speech, 'local'>, { label }: Pick<Field, 'label'>): string =>
  [label.name, label.row, label.column].flatMap((part) => (part ? [local(part)] : [])).join(' · ')
