import type { LocalText } from '#platform/texts/text.ts'
import type { CallElement } from '../model.ts'
import { type Field, fieldsOf } from './fields.ts'

/** What is filled in together: one field, or the fields of a table by its rows. */
export type Item =
  | { kind: 'field'; element: CallElement; field: Field }
  | { kind: 'table'; element: CallElement; rows: readonly { key: string; name: LocalText; cells: Field[] }[] }

/** What stands under one heading of a form. */
export type Section = { title: LocalText | null; items: Item[] }

/** A form by its headings, in its order: elements that follow each other under one heading stand together. */
export function sectionsOf(elements: readonly CallElement[]): Section[] {
  const sections: Section[] = []
  for (const element of elements) {
    const last = sections.at(-1)
    const isSame = last && last.title?.lv === element.section?.lv && last.title?.en === element.section?.en
    const section = isSame ? last : { title: element.section, items: [] }
    if (section !== last) sections.push(section)
    section.items.push(itemOf(element))
  }
  return sections
}

function itemOf(element: CallElement): Item {
  const fields = fieldsOf([element])
  const [field] = fields
  if (element.kind !== 'table' && field) return { kind: 'field', element, field }
  const rows = element.rows.map(({ key, name }) => ({
    key,
    name,
    cells: fields.filter(({ row }) => row?.key === key),
  }))
  return { kind: 'table', element, rows }
}

/** A field where its table does not stand beside it: `Pupils by grade, 5, girls`. */
export const labelOf = ({ label }: Pick<Field, 'label'>, local: (text: LocalText) => string): string =>
  [label.name, label.row, label.column].flatMap((part) => (part ? [local(part)] : [])).join(', ')
