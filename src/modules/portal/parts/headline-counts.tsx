import type { VerdictCounts } from '#modules/indicators'
import { useSpeech } from '#platform/i18n.tsx'
import { BarLegend, StackedBar } from '#platform/ui/stacked-bar.tsx'

const STATUSES = ['met', 'onTrack', 'offTrack', 'missed', 'notEvaluable'] as const

/** How many series met their target, missed it or cannot be judged: in words, and as one bar. */
export function HeadlineCounts({ counts, indicators }: { counts: VerdictCounts; indicators: number }) {
  const { text } = useSpeech()
  const parts = STATUSES.filter((status) => counts[status] > 0).map((status) => ({
    key: status,
    label: text(`indicators.verdict.${status}`),
    count: counts[status],
  }))
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
      <figure>
        <StackedBar
          isLarge
          parts={parts}
          label={parts.map(({ label, count }) => `${label} ${count}`).join(', ')}
        />
        <figcaption>
          <BarLegend parts={parts} />
        </figcaption>
      </figure>
    </div>
  )
}
