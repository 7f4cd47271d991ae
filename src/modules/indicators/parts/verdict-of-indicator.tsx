import { useSpeech } from '#platform/i18n.tsx'
import type { JudgedSeries } from '../list.ts'
import { countVerdicts } from '../roll-up.ts'
import { VerdictHeadline } from './verdict-headline.tsx'
import { VerdictSentence } from './verdict-sentence.tsx'

/** What became of an indicator's promise: its one verdict with the arithmetic, or its verdicts counted. */
export function VerdictOfIndicator({ judged }: { judged: readonly JudgedSeries[] }) {
  const { text } = useSpeech()
  const [first, ...others] = judged
  if (first === undefined) return null
  if (others.length > 0) {
    return (
      <p className="headline">
        <VerdictHeadline counts={countVerdicts(judged.map(({ verdict }) => verdict))} />
      </p>
    )
  }
  const { verdict } = first
  return (
    <>
      <p className="headline">
        {verdict.status === 'notEvaluable'
          ? text('indicators.headline.reason', { reason: text(`indicators.reason.${verdict.reason}`) })
          : text(`indicators.headline.${verdict.status}`)}
      </p>
      <p>
        <VerdictSentence verdict={verdict} />
      </p>
    </>
  )
}
