import type { Speech } from '#platform/i18n.tsx'
import { commentOf } from '../form/fields.ts'
import { labelOf } from '../form/sections.ts'
import type { CallForm } from '../model.ts'
import type { Difference } from '../workbook/compare.ts'
import { missingOf, sayMissing } from '../workbook/words.ts'

type Words = Pick<Speech, 'text' | 'local' | 'language'>
type Asked = Pick<Difference, 'input' | 'field' | 'part'>

/** What an input is called where nothing stands around it. */
export function sayInput({ text, local }: Words, { input, field, part }: Asked, form: CallForm): string {
  if (field) {
    const name = labelOf(field, local)
    return part === 'value' ? name : text(`collection.upload.partOf.${part}`, { name })
  }
  const check = form.checks.find(({ key }) => commentOf(key) === input)
  return check
    ? text('collection.upload.comment', { name: local(check.message) })
    : text('collection.form.minutes')
}

/** What stands in an input, in words: choices and reasons by their names, a blank as one. */
export function sayTyped(words: Words, { field, part }: Asked, typed: string): string {
  if (typed === '') return words.text('collection.upload.blank')
  if (part === 'missing') {
    const missing = missingOf(typed)
    return missing ? sayMissing(missing, words) : typed
  }
  const choice = part === 'value' && field?.choices.find(({ key }) => key === typed)
  return choice ? words.local(choice.name) : typed
}
