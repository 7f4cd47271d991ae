import type { Speech } from '#platform/i18n.tsx'
import { NO_BREAK_SPACE } from '#platform/say/index.ts'
import type { Field } from '../form/fields.ts'
import type { Answer } from '../model.ts'

type Words = Pick<Speech, 'text' | 'say' | 'local' | 'date'>
type Asked = Pick<Field, 'unit' | 'choices'>

/** An answer in words: with its unit, a share with both its parts; what is missing with the reason. */
export function sayAnswer(words: Words, { unit, choices }: Asked, answer: Answer): string {
  const { text, say, local, date } = words
  switch (answer.kind) {
    case 'count':
    case 'money':
      return [say.number(answer.number), unit].filter(Boolean).join(NO_BREAK_SPACE)
    case 'share':
      return text('collection.form.shareOf', {
        part: say.number(answer.numerator),
        whole: say.number(answer.denominator),
        share: sayShare(words, answer) || '–',
      })
    case 'date':
      return date(answer.day)
    case 'choice': {
      const chosen = choices.find(({ key }) => key === answer.choice)
      return chosen ? local(chosen.name) : answer.choice
    }
    case 'text':
      return answer.text
    case 'photo':
      return text('collection.form.photo')
    case 'missing':
      return text(`collection.form.${answer.missing}.because`, { reason: answer.reason })
  }
}

/** A share by itself, in per cent; nothing where there is no whole that it could be of. */
export const sayShare = (
  { say }: Pick<Words, 'say'>,
  { numerator, denominator }: { numerator: number; denominator: number },
): string => (denominator === 0 ? '' : say.percent((100 * numerator) / denominator, 1))
