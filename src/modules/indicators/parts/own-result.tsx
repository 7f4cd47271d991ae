import { useSpeech } from '#platform/i18n.tsx'
import type { Indicator } from '../model.ts'
import type { Verdict } from '../verdict.ts'
import { CertaintyNote } from './certainty-note.tsx'
import { ValueText } from './value-text.tsx'

type Props = { indicator: Indicator; verdict: Verdict }

/** The result that was judged, of when it is and how sure. */
export function OwnResult({ indicator, verdict: { observation, period } }: Props) {
  const { say } = useSpeech()
  return (
    <>
      <ValueText value={observation?.value} isCompact />
      <span className="note">{say.period(period, 'short')}</span>
      <CertaintyNote indicator={indicator} observation={observation} />
    </>
  )
}
