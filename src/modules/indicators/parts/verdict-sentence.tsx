import { useSpeech } from '#platform/i18n.tsx'
import type { Verdict } from '../verdict.ts'

/** How a verdict came about: its arithmetic in words, or why nothing can be judged. */
export function VerdictSentence({ verdict }: { verdict: Verdict }) {
  const { text } = useSpeech()
  const arithmetic = verdict.arithmetic ? `${text(verdict.arithmetic.key, verdict.arithmetic.values)}.` : null
  if (verdict.status !== 'notEvaluable') return arithmetic
  return (
    <>
      {text(`indicators.reason.${verdict.reason}.explanation`)} {arithmetic}
    </>
  )
}
