import { useSpeech } from '#platform/i18n.tsx'
import type { Baseline } from '../model.ts'
import { ValueText } from './value-text.tsx'

/** The baseline with its year, or that there is none. */
export function BaselineText({ baseline }: { baseline: Baseline | null }) {
  const speech = useSpeech()
  if (baseline === null) return <ValueText value={null} />
  const { value, period } = baseline.observation
  return (
    <>
      <ValueText value={value} isCompact />
      {value.kind === 'missing' ? null : <span className="note">{speech.say.period(period)}</span>}
    </>
  )
}
