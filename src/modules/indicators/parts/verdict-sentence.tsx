import { useSpeech } from '#platform/i18n.tsx'
import type { Indicator } from '../model.ts'
import type { Verdict } from '../verdict.ts'
import { describeSureness } from '../words/certainty.ts'

type Props = { indicator: Indicator; verdict: Verdict }

/** How a verdict came about: its arithmetic in words and how sure it is, or why nothing can be judged. */
export function VerdictSentence({ indicator, verdict }: Props) {
  const speech = useSpeech()
  const { text } = speech
  const arithmetic = verdict.arithmetic ? `${text(verdict.arithmetic.key, verdict.arithmetic.values)}.` : null
  if (verdict.status !== 'notEvaluable') {
    return [arithmetic, describeSureness(indicator, verdict, speech)].filter(Boolean).join(' ')
  }
  return (
    <>
      {text(`indicators.reason.${verdict.reason}.explanation`)} {arithmetic}
    </>
  )
}
