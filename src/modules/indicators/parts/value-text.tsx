import { useSpeech } from '#platform/i18n.tsx'
import type { ObservedValue } from '../model.ts'
import { categoryName, formatQuantity, formatValue } from '../words/value.ts'

/**
 * What was observed, in the page's language: a distribution with a line for each category, and what is
 * missing with the reason, quieter than a figure.
 */
export function ValueText({ value }: { value: ObservedValue | null | undefined }) {
  const speech = useSpeech()
  if (!value) return <span className="words quiet">{speech.text('indicators.missing.none')}</span>
  if (value.kind === 'distribution') {
    return value.parts.map((part) => (
      <span key={part.category} className="line">
        {categoryName(part, speech)} {formatQuantity(part.value, value.unit, speech)}
      </span>
    ))
  }
  const words = formatValue(value, speech)
  if (value.kind === 'missing') return <span className="words quiet">{words}</span>
  return value.kind === 'text' ? <span className="words">{words}</span> : words
}
