import { useSpeech } from '#platform/i18n.tsx'
import { certaintyOf } from '../certainty.ts'
import type { Indicator, Observation } from '../model.ts'
import { describeCertainty } from '../words/certainty.ts'

type Props = {
  indicator: Indicator
  observation: Observation | null | undefined
  /** Whether it is said as well that nothing is known. */
  saysUnknown?: boolean
  /** The municipality's address, where the note is to lead to the survey that shows the figure. */
  place?: string | undefined
}

/** How sure a figure is: n and its interval, or that n is not known. Nothing where that is no question. */
export function CertaintyNote({ indicator, observation, saysUnknown = true, place }: Props) {
  const speech = useSpeech()
  const certainty = certaintyOf(indicator, observation)
  const isKnown = certainty !== null && (certainty.n !== null || certainty.interval !== null)
  if (!observation || !certainty || !(isKnown || saysUnknown)) return null
  const { address } = certainty
  return (
    <span className="note">
      {describeCertainty(certainty, observation, speech)}
      {place === undefined || address === null ? null : (
        <>
          {' '}
          (<a href={`${place}${address}`}>{speech.text('indicators.certainty.inSurvey')}</a>)
        </>
      )}
    </span>
  )
}
