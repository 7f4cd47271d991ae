import { useSpeech } from '#platform/i18n.tsx'
import type { JudgedSeries } from '../list.ts'
import { measuredAs } from '../measured.ts'
import type { Indicator } from '../model.ts'
import { describeStep } from '../words/step.ts'
import { formatTarget } from '../words/target.ts'
import { formatValue } from '../words/value.ts'

type Props = { indicator: Indicator; only: JudgedSeries | undefined }

/** The answer in figures, for an indicator with one series: result → target, how far apart, and which way is wanted. */
export function AnswerInFigures({ indicator, only }: Props) {
  const speech = useSpeech()
  const { text } = speech
  const observation = only?.verdict.observation
  const step = only && describeStep(only.verdict, speech)
  const { direction } = only ? measuredAs(indicator, only.series) : indicator
  return (
    <>
      {only && observation ? (
        <p>
          {text('indicators.answer.figures', {
            result: formatValue(observation.value, speech),
            target: formatTarget(indicator, only.series, only.verdict.target, speech),
          })}
          {step ? `; ${step}` : ''}.
        </p>
      ) : null}
      <p>
        {text('indicators.fact.direction')}: {text(`indicators.direction.${direction}`)}.
      </p>
    </>
  )
}
