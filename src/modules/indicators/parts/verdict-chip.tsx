import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import { distanceOf } from '../distance.ts'
import type { Verdict } from '../verdict.ts'
import { describeStep } from '../words/step.ts'

type Props = { verdict: Verdict; hasStep?: boolean }

/**
 * A verdict in words, with how far the result is from what was asked for, or why there is none. Where the difference
 * is within chance that is what is said first; what the figure itself says stands under it.
 */
export function VerdictChip({ verdict, hasStep = true }: Props) {
  const speech = useSpeech()
  const { text } = speech
  const { status } = verdict
  const said = text(`indicators.verdict.${status}`)
  const distance = distanceOf(verdict)?.step ?? null
  const step = hasStep ? describeStep(verdict, speech) : null
  if (verdict.certainty === 'withinChance') {
    const byFigure = text('indicators.certainty.byFigure', { status: said })
    return (
      <>
        <Chip kind="withinChance" label={text('indicators.certainty.withinChance')} />{' '}
        <span className="note">{[byFigure, step].filter(Boolean).join(', ')}</span>
      </>
    )
  }
  return (
    <>
      <span className={distance === null ? undefined : `by-${distance}`}>
        <Chip kind={status} label={said} />
      </span>{' '}
      {verdict.status === 'notEvaluable' ? (
        <span className="note">{text(`indicators.reason.${verdict.reason}`)}</span>
      ) : step === null ? null : (
        <span className="note">{step}</span>
      )}
    </>
  )
}
