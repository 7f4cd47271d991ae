import { useSpeech } from '#platform/i18n.tsx'
import type { Indicator, Series, Target } from '../model.ts'
import { describeTarget } from '../words/target.ts'

type Props = { indicator: Indicator; series: Series; target: Target | null }

/** What a target asks for, and the figure that a change from the baseline comes to. */
export function TargetText({ indicator, series, target }: Props) {
  const speech = useSpeech()
  if (target === null || target.kind === 'none') {
    return <span className="words quiet">{speech.text('indicators.target.none')}</span>
  }
  const { asked, computed } = describeTarget(indicator, series, target, speech)
  return (
    <>
      <span className="words">{asked}</span>
      {computed === null ? null : <span className="note">= {computed}</span>}
    </>
  )
}
