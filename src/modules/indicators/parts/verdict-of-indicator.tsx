import { useSpeech } from '#platform/i18n.tsx'
import { signOf } from '#platform/ui/chip.tsx'
import type { JudgedSeries } from '../list.ts'
import type { VerdictCounts } from '../roll-up.ts'
import { VerdictHeadline } from './verdict-headline.tsx'
import { VerdictSentence } from './verdict-sentence.tsx'

type Props = {
  counts: VerdictCounts
  /** The one series of an indicator that has no others. */
  only: JudgedSeries | undefined
}

/** What became of an indicator's promise: its one verdict with the arithmetic, or its verdicts counted. */
export function VerdictOfIndicator({ counts, only }: Props) {
  const { text } = useSpeech()
  if (counts.total === 0) return null
  if (!only) {
    return (
      <p className="headline">
        <VerdictHeadline counts={counts} />
      </p>
    )
  }
  const { indicator, verdict } = only
  return (
    <>
      <p className="headline">
        {verdict.certainty === 'withinChance' ? (
          <span aria-hidden="true">{signOf('withinChance')} </span>
        ) : null}
        {verdict.status === 'notEvaluable'
          ? text('indicators.headline.reason', { reason: text(`indicators.reason.${verdict.reason}`) })
          : text(
              `indicators.headline.${verdict.certainty === 'withinChance' ? 'withinChance' : verdict.status}`,
            )}
      </p>
      <p>
        <VerdictSentence indicator={indicator} verdict={verdict} />
      </p>
    </>
  )
}
