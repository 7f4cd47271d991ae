import { commentOf, type Field, fieldsOf, inputsOf, MINUTES } from '../form/fields.ts'
import { readCount, readNumber } from '../form/read-numbers.ts'
import type { CallForm } from '../model.ts'
import type { Part } from './layout.ts'

type Typed = Readonly<Record<string, string>>

/** An input that says something else in a workbook than in the form. */
export type Difference = {
  input: string
  /** Absent for comments and minutes. */
  field: Field | undefined
  part: Part
  /** What stands in the form now, and what the workbook says; blank where there is nothing. */
  now: string
  mine: string
}

/** What a workbook would change, and what both it and somebody in the browser have changed since it was made. */
export type Comparison = { changes: Difference[]; conflicts: Difference[] }

/**
 * Compares a filled workbook with the form. What the workbook leaves as it was when it was made changes nothing, so
 * that whatever somebody has typed in the browser meanwhile stays.
 *
 * @param before what stood in the form when the workbook was made
 * @param now what stands in it
 * @param mine what the workbook says
 */
export function compare(
  form: CallForm,
  { before, now, mine }: Record<'before' | 'now' | 'mine', Typed>,
): Comparison {
  const changes: Difference[] = []
  const conflicts: Difference[] = []
  for (const one of inputsIn(form)) {
    const text = mine[one.input]
    if (text === undefined) continue
    const [was, is] = [before[one.input] ?? '', now[one.input] ?? '']
    const isAlike = (other: string) => plain(text, one) === plain(other, one)
    if (isAlike(was) || isAlike(is)) continue
    const difference = { ...one, now: is, mine: text }
    if (plain(is, one) === plain(was, one)) changes.push(difference)
    else conflicts.push(difference)
  }
  return { changes, conflicts }
}

type Input = Pick<Difference, 'input' | 'field' | 'part'>

/** Every input that a form and its workbook have, in their order. */
export function inputsIn({ elements, checks }: CallForm): Input[] {
  return [
    ...fieldsOf(elements).flatMap((field) =>
      Object.entries(inputsOf(field.name)).map(
        ([part, input]): Input => ({ input, field, part: part as Part }),
      ),
    ),
    ...checks.map(({ key }): Input => ({ input: commentOf(key), field: undefined, part: 'reason' })),
    { input: MINUTES, field: undefined, part: 'value' },
  ]
}

/** What a text means, so that `12 500` and `12500` are one figure and not two. */
function plain(text: string, { field, part }: Input): string {
  const trimmed = text.replaceAll(/\r\n?/g, '\n').trim()
  if (part === 'missing' || part === 'reason' || field?.kind === 'text') return trimmed
  if (field?.kind === 'date') {
    const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(trimmed) ?? []
    return year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : trimmed
  }
  if (field?.kind === 'choice' || field?.kind === 'photo') return trimmed
  const read = field?.kind === 'money' ? readNumber(trimmed, 2) : readCount(trimmed)
  return typeof read === 'number' ? String(read) : trimmed
}
