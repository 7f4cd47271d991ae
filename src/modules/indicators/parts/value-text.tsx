import { useSpeech } from '#platform/i18n.tsx'
import type { ObservedValue } from '../model.ts'
import { formatValue } from '../words/value.ts'

/** What was observed, in the page's language. What is missing says why, and looks quieter than a figure. */
export function ValueText({ value }: { value: ObservedValue | null | undefined }) {
  const speech = useSpeech()
  if (!value) return <span className="quiet">{speech.text('indicators.missing.none')}</span>
  const words = formatValue(value, speech)
  return value.kind === 'missing' ? <span className="quiet">{words}</span> : words
}
