import { COVERED } from '#platform/covered.ts'
import type { Speech } from '#platform/i18n.tsx'
import { NO_BREAK_SPACE } from '#platform/say/index.ts'
import type { ObservedValue } from '../model.ts'

type Words = Pick<Speech, 'text' | 'local' | 'say'>

/** What was observed, as a reader of the language writes it: `46,4 %`, `1 : 11`, `Jā 69 % · Nē 31 %`, `nav mērīts`. */
export function formatValue(value: ObservedValue, speech: Words): string {
  const { text, local } = speech
  switch (value.kind) {
    case 'missing':
      return value.missing === 'confidential' ? COVERED : text(`indicators.missing.${value.missing}`)
    case 'text':
      return local(value.text)
    case 'distribution':
      return value.parts
        .map(
          (part) =>
            `${categoryName(part, speech)}${NO_BREAK_SPACE}${speech.say.quantity(part.value, value.unit)}`,
        )
        .join(' · ')
    case 'share':
    case 'number': {
      const beside = besideValue(value, speech)
      const written = speech.say.quantity(value.number, value.unit)
      return beside === null ? written : `${written} (${beside})`
    }
    case 'ratio':
      return speech.say.quantity(value.number, value.unit)
  }
}

/** What is known beside a number: the counts of a share, or the share that a count is. Null when nothing is. */
export function besideValue(value: ObservedValue, speech: Words): string | null {
  const { text, say } = speech
  if (value.kind === 'number') {
    if (value.share === undefined) return null
    return text('indicators.value.besideShare', { share: say.quantity(value.share, 'percent') })
  }
  if (value.kind !== 'share' || value.numerator === undefined) return null
  const numerator = say.number(value.numerator)
  return value.denominator === undefined
    ? text('indicators.value.heads', { numerator })
    : text('indicators.value.ofAll', { numerator, denominator: say.number(value.denominator) })
}

/** The name of a category in the language, or its code while it has none. */
export function categoryName(
  part: Extract<ObservedValue, { kind: 'distribution' }>['parts'][number],
  { local }: Pick<Speech, 'local'>,
): string {
  return part.label ? local(part.label) : part.category
}
