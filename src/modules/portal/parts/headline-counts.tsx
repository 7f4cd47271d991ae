import type { VerdictCounts } from '#modules/indicators'
import { VerdictBar } from '#modules/indicators/parts'
import { useSpeech } from '#platform/i18n.tsx'

type Props = {
  counts: VerdictCounts
  indicators: number
  /** The list of indicators. */
  address: string
  /** The period asked for. */
  chosen: string | null
}

/** How many series met their target, missed it or cannot be judged: in words, and as one bar that leads to them. */
export function HeadlineCounts({ counts, indicators, address, chosen }: Props) {
  const { text } = useSpeech()
  return (
    <div className="lede">
      <p>
        {text('portal.overview.compared', { count: counts.total, judged: counts.judged })}{' '}
        {counts.met + counts.missed > 0
          ? text('portal.overview.answered', { met: counts.met, missed: counts.missed })
          : null}{' '}
        {counts.onTrack + counts.offTrack > 0
          ? text('portal.overview.onTheWay', { onTrack: counts.onTrack, offTrack: counts.offTrack })
          : null}{' '}
        {counts.notEvaluable > 0 ? text('portal.overview.notEvaluable', { open: counts.notEvaluable }) : null}{' '}
        <span className="quiet">{text('portal.overview.series', { count: indicators })}</span>
      </p>
      <VerdictBar counts={counts} address={address} chosen={chosen} isLarge />
    </div>
  )
}
