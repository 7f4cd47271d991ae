import { useSpeech } from '#platform/i18n.tsx'
import type { JudgedTime } from '../judged-time.ts'

/** Of which period the results are that are judged, and which year's targets they answer. */
export function JudgedWhen({ time }: { time: JudgedTime | null }) {
  const { text, say } = useSpeech()
  if (time === null) return <p>{text('indicators.list.ownPeriods')}</p>
  return (
    <p>{text('indicators.list.rule', { period: say.period(time.period, 'of'), year: String(time.year) })}</p>
  )
}
