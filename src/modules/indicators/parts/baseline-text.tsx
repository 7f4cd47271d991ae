import { useSpeech } from '#platform/i18n.tsx'
import type { Baseline, Indicator } from '../model.ts'
import { CertaintyNote } from './certainty-note.tsx'
import { ValueText } from './value-text.tsx'

type Props = { indicator: Indicator; baseline: Baseline | null }

/** The baseline with its year and how sure it is, where that is known; or that there is none. */
export function BaselineText({ indicator, baseline }: Props) {
  const speech = useSpeech()
  if (baseline === null) return <ValueText value={null} />
  const { value, period } = baseline.observation
  return (
    <>
      <ValueText value={value} isCompact />
      {value.kind === 'missing' ? null : <span className="note">{speech.say.period(period)}</span>}
      <CertaintyNote indicator={indicator} observation={baseline.observation} saysUnknown={false} />
    </>
  )
}
