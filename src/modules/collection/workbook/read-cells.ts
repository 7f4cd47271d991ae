import type { Complaint } from '#platform/forms/form.ts'
import type { CellKind } from '#platform/import/split-rows.ts'
import type { Field } from '../form/fields.ts'
import type { Part } from './layout.ts'
import { sayChoice } from './translate.ts'
import { missingOf, wordsIn } from './words.ts'

const FAILED = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/
const WITH_POINT = /^-?\d+\.\d+$/
const LANGUAGES = [wordsIn('lv'), wordsIn('en')]

/** What stands in a cell, as it would be typed into the form; or why it cannot be told. */
export function asTyped(
  text: string,
  kind: CellKind | undefined,
  { field, part }: { field: Field | undefined; part: Part },
): string | Complaint {
  if (text === '') return ''
  if (kind === 'longNumber') return { reason: 'collection.workbook.problem.longNumber' }
  const isWords = part === 'reason' || (part === 'value' && field?.kind === 'text')
  if (kind === 'date' && !(part === 'value' && field?.kind === 'date'))
    return { reason: 'collection.workbook.problem.cellDate', values: { found: text } }
  if (isWords) return text
  if (FAILED.test(text)) return { reason: 'collection.workbook.problem.failed', values: { found: text } }
  if (part === 'missing') return missingOf(text) ?? text
  if (field?.kind === 'choice') return choiceOf(text, field) ?? text
  return WITH_POINT.test(text) ? text.replace('.', ',') : text
}

/** A choice by its name in either language, or by its key. */
function choiceOf(text: string, { choices }: Field): string | undefined {
  const plain = (words: string) => words.trim().toLowerCase()
  const wanted = plain(text)
  const named = LANGUAGES.flatMap((words) =>
    choices.filter((choice) => plain(sayChoice(choice, choices, words)) === wanted),
  )
  return (named[0] ?? choices.find(({ key }) => key === text.trim()))?.key
}
