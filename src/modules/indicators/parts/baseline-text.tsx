import { useSpeech } from '#platform/i18n.tsx'
import type { Baseline } from '../model.ts'
import { periodName } from '../words/period.ts'
import { ValueText } from './value-text.tsx'

/** The baseline with its year, or that there is none. */
export function BaselineText({ baseline }: { baseline: Baseline | null }) {
  const speech = useSpeech()
  if (baseline === null) return <ValueText value={null} />
  const { value, period } = baseline.observation
  return (
    <>
      <ValueText value={value} isCompact />
      {value.kind === 'missing' ? null : <span className="note">{periodName(period, speech)}</span>}
    </>
  )
}
