import { useSpeech } from '#platform/i18n.tsx'
import { percentSign } from '#platform/say/index.ts'
import { Confidential } from '#platform/ui/confidential.tsx'
import type { ObservedValue } from '../model.ts'
import { besideValue, categoryName, formatValue } from '../words/value.ts'

type Props = {
  value: ObservedValue | null | undefined
  /** Only the figures of a distribution; the row must then name its categories. */
  isCompact?: boolean
}

/**
 * What was observed, in the page's language: a distribution with a line for each category, and what is
 * missing with the reason, quieter than a figure.
 */
export function ValueText({ value, isCompact = false }: Props) {
  const speech = useSpeech()
  if (!value) return <span className="words quiet">{speech.text('indicators.missing.none')}</span>
  if (value.kind === 'distribution' && isCompact) {
    const numbers = value.parts.map((part) => speech.say.quantity(part.value, 'count')).join(' / ')
    return (
      <span className="words">
        {value.unit === 'percent' ? `${numbers}${percentSign(speech.say.language)}` : numbers}
      </span>
    )
  }
  if (value.kind === 'distribution') {
    return value.parts.map((part) => (
      <span key={part.category} className="line">
        {categoryName(part, speech)} {speech.say.quantity(part.value, value.unit)}
      </span>
    ))
  }
  if (value.kind === 'missing' && value.missing === 'confidential') return <Confidential />
  if (value.kind === 'missing' || value.kind === 'text') {
    const words = formatValue(value, speech)
    return <span className={value.kind === 'missing' ? 'words quiet' : 'words'}>{words}</span>
  }
  const beside = besideValue(value, speech)
  return (
    <>
      {speech.say.quantity(value.number, value.unit)}
      {beside === null ? null : <span className="note">{beside}</span>}
    </>
  )
}
