import type { Speech } from '#platform/i18n.tsx'
import type { ObservedValue } from '../model.ts'

type Words = Pick<Speech, 'text' | 'number' | 'local'>

const NO_BREAK = '\u00a0'

/** What was observed, as a reader of the language writes it: `46,4 %`, `1 : 11`, `Jā 69 % · Nē 31 %`, `nav mērīts`. */
export function formatValue(value: ObservedValue, speech: Words): string {
  const { text, local } = speech
  switch (value.kind) {
    case 'missing':
      return text(`indicators.missing.${value.missing}`)
    case 'text':
      return local(value.text)
    case 'distribution':
      return value.parts
        .map(
          (part) =>
            `${categoryName(part, speech)}${NO_BREAK}${formatQuantity(part.value, value.unit, speech)}`,
        )
        .join(' · ')
    case 'share':
    case 'number': {
      const beside = besideValue(value, speech)
      const written = formatQuantity(value.number, value.unit, speech)
      return beside === null ? written : `${written} (${beside})`
    }
    case 'ratio':
      return formatQuantity(value.number, value.unit, speech)
  }
}

/** What is known beside a number: the counts of a share, or the share that a count is. Null when nothing is. */
export function besideValue(value: ObservedValue, speech: Words): string | null {
  const { text, number } = speech
  if (value.kind === 'number') {
    return value.share === undefined ? null : formatQuantity(value.share, 'percent', speech)
  }
  if (value.kind !== 'share' || value.numerator === undefined) return null
  const numerator = number(value.numerator)
  return value.denominator === undefined
    ? text('indicators.value.heads', { numerator })
    : text('indicators.value.ofAll', { numerator, denominator: number(value.denominator) })
}

/** A number with its unit: a per-cent sign, or `1 : n` for a ratio; counts stand by themselves. */
export function formatQuantity(quantity: number, unit: string, { number }: Pick<Speech, 'number'>): string {
  const written = number(quantity, { maximumFractionDigits: 2 })
  if (unit === 'percent') return `${written}${NO_BREAK}%`
  return unit === 'ratio' ? `1${NO_BREAK}:${NO_BREAK}${written}` : written
}

/** The name of a category in the language, or its code while it has none. */
export function categoryName(
  part: Extract<ObservedValue, { kind: 'distribution' }>['parts'][number],
  { local }: Pick<Speech, 'local'>,
): string {
  return part.label ? local(part.label) : part.category
}

/** A unit in words; units that the product does not know stay as the data name them. */
export function unitName(unit: string, { text }: Pick<Speech, 'text'>): string {
  switch (unit) {
    case 'count':
    case 'percent':
    case 'percentagePoint':
    case 'ratio':
    case 'text':
      return text(`indicators.unit.${unit}`)
    default:
      return unit
  }
}
