import { useSpeech } from '#platform/i18n.tsx'
import { Chip } from '#platform/ui/chip.tsx'
import type { Verdict } from '../verdict.ts'

/** A verdict in words, and why there is none where there is none. */
export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const { text } = useSpeech()
  return (
    <>
      <Chip kind={verdict.status} label={text(`indicators.verdict.${verdict.status}`)} />
      {verdict.status === 'notEvaluable' ? (
        <span className="note">{text(`indicators.reason.${verdict.reason}`)}</span>
      ) : null}
    </>
  )
}
