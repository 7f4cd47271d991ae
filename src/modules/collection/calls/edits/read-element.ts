import type { Typed } from '#platform/editing/edit.ts'
import type { Complaints } from '#platform/forms/form.ts'
import { Key } from '../../definition.ts'
import { ELEMENT_KINDS, type Element, type Option } from '../../model.ts'
import { type BothTexts, kindWords, sayBoth } from '../both-texts.ts'
import { readColumns, readOptions } from '../option-lines.ts'
import { gradeKey } from '../registers.ts'
import { Found, isTicked, localIn, typedIn } from './typed.ts'

type About = { key: string; isTaken: boolean; texts: BothTexts }

const GRADES = 12
/** Years of age in which children are in a preschool. */
const PRESCHOOL_YEARS = 6

/** An element as it was typed, or everything that is wrong with it. */
export function readElement(
  typed: Typed,
  { key, isTaken, texts }: About,
): { element: Omit<Element, 'id'> } | { complaints: Complaints } {
  const found = new Found()
  const kind = ELEMENT_KINDS.find((one) => one === typed.kind) ?? 'count'
  const choices = readOptions(kind === 'choice' ? typedIn(typed, 'choices') : '')
  const rows = readOptions(kind === 'table' ? typedIn(typed, 'rows') : '')
  const columns = readColumns(kind === 'table' ? typedIn(typed, 'columns') : '', kindWords(texts))
  const ready = rowSet(typed.row_set, texts)
  const all = rows.read.length > 0 || kind !== 'table' ? rows.read : ready
  const name = localIn(typed, 'name')
  const reason = localIn(typed, 'reason')
  const isMinimum = isTicked(typed, 'is_minimum')

  if (!Key.safeParse(key).success) found.add('key', { reason: 'collection.element.key.form' })
  if (isTaken) found.add('key', { reason: 'collection.element.key.taken' })
  if (name === null) found.add('name_lv', { reason: 'platform.form.missing' })
  found.add('choices', choices.complaint)
  found.add('rows', rows.complaint)
  found.add('columns', columns.complaint)
  if (kind === 'choice' && choices.read.length < 2)
    found.add('choices', { reason: 'collection.element.choices.few' })
  if (kind === 'table' && all.length === 0) found.add('rows', { reason: 'collection.element.rows.none' })
  if (kind === 'table' && columns.read.length === 0)
    found.add('columns', { reason: 'collection.element.columns.none' })
  if (!isMinimum && reason === null) found.add('reason_lv', { reason: 'collection.element.reason.missing' })
  if (!found.isEmpty || name === null) return { complaints: found.complaints }

  const isNumber = kind === 'count' || kind === 'money'
  return {
    element: {
      key,
      name,
      help: localIn(typed, 'help'),
      kind,
      unit: isNumber ? typedIn(typed, 'unit') || null : null,
      choices: choices.read,
      rows: all,
      columns: columns.read,
      computed: isNumber ? typedIn(typed, 'computed') || null : null,
      isMinimum,
      reason,
      isAboutPeople: isTicked(typed, 'is_about_people'),
      register: typedIn(typed, 'register') || null,
    },
  }
}

/** Rows that are put in by one choice: grades, or groups of a preschool by age. */
function rowSet(name: string | undefined, texts: BothTexts): Option[] {
  if (name === 'grades')
    return Array.from({ length: GRADES }, (_, place) => ({
      key: gradeKey(place + 1),
      name: sayBoth(texts, 'collection.element.grade', { grade: place + 1 }),
    }))
  if (name === 'preschoolGroups')
    return Array.from({ length: PRESCHOOL_YEARS }, (_, place) => ({
      key: `age${place + 1}`,
      name: sayBoth(texts, 'collection.element.age', { age: place + 1 }),
    }))
  return []
}
