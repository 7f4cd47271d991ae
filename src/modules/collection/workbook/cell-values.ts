import type { CellValue } from 'hucre'
import { asValue } from '../checks/index.ts'
import type { Field } from '../form/fields.ts'
import { readCount, readNumber } from '../form/read-numbers.ts'
import type { Answer, FieldKind } from '../model.ts'
import type { Part } from './layout.ts'
import { sayChoice } from './translate.ts'
import { missingOf, sayMissing, type Words } from './words.ts'

const DAY = /^\d{4}-\d\d-\d\d$/

/** What was typed into an input, as a cell holds it: figures as numbers, days as days, keys as their names. */
export function asCellValue(text: string, field: Field | undefined, part: Part, words: Words): CellValue {
  if (text === '') return null
  if (part === 'missing') {
    const missing = missingOf(text)
    return missing ? sayMissing(missing, words) : text
  }
  if (part === 'reason' || !field) return text
  if (field.kind === 'date') return DAY.test(text.trim()) ? new Date(`${text.trim()}T00:00:00Z`) : text
  if (field.kind === 'choice') {
    const choice = field.choices.find(({ key }) => key === text)
    return choice ? sayChoice(choice, field.choices, words) : text
  }
  return field.kind === 'text' || field.kind === 'photo' ? text : asFigure(text, field.kind)
}

/** A figure that leaves no doubt; what may mean several things stays as it was typed. */
function asFigure(text: string, kind: FieldKind | 'photo'): number | string {
  const read = kind === 'money' ? readNumber(text, 2) : readCount(text)
  return typeof read === 'number' ? read : text
}

/** Last year's answer as a cell shows it: a figure or a day where it is one, words otherwise. */
export function asLastValue(answer: Answer | undefined, field: Field, words: Words): CellValue {
  if (!answer) return null
  if (answer.kind === 'missing') return sayMissing(answer.missing, words)
  if (answer.kind === 'share') return `${answer.numerator} / ${answer.denominator}`
  if (answer.kind === 'date') return new Date(`${answer.day}T00:00:00Z`)
  if (answer.kind === 'photo') return null
  if (answer.kind === 'choice') {
    const choice = field.choices.find(({ key }) => key === answer.choice)
    return choice ? sayChoice(choice, field.choices, words) : answer.choice
  }
  const value = asValue(answer)
  return typeof value === 'number' || typeof value === 'string' ? value : null
}

/** Formats that make a spreadsheet take what is typed for what it is; texts stay texts, whatever they look like. */
export function formatOf(field: Field | undefined, part: Part): string {
  if (part === 'missing' || part === 'reason') return '@'
  switch (field?.kind) {
    case undefined:
    case 'count':
    case 'share':
      return '0'
    case 'money':
      return '#,##0.00'
    case 'date':
      return 'dd.mm.yyyy'
    default:
      return '@'
  }
}
