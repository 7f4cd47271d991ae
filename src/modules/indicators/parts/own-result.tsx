import { useSpeech } from '#platform/i18n.tsx'
import type { Verdict } from '../verdict.ts'
import { ValueText } from './value-text.tsx'

/** The result that was judged, and of when it is. */
export function OwnResult({ verdict: { observation, period } }: { verdict: Verdict }) {
  const { say } = useSpeech()
  return (
    <>
      <ValueText value={observation?.value} isCompact />
      <span className="note">{say.period(period, 'short')}</span>
    </>
  )
}
