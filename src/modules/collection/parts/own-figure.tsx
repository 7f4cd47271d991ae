import { useSpeech } from '#platform/i18n.tsx'
import type { LocalText } from '#platform/texts/text.ts'
import type { Trend } from '../feedback/trend.ts'
import type { Peers } from '../life/peer-store.server.ts'
import { sayAnswer } from './answer-words.ts'
import { sayLabel } from './field-label.ts'
import { PeerSpread } from './peer-spread.tsx'
import { TrendChart } from './trend-chart.tsx'

type Props = {
  trend: Trend
  peers: ReadonlyMap<string, Peers>
  typeName: LocalText | null
  leastCount: number
}

/** One figure of an institution: what it gave, how that went over time, where it stands among others. */
export function OwnFigure({ trend, peers, typeName, leastCount }: Props) {
  const speech = useSpeech()
  const { local, say, text } = speech
  const { field, points } = trend
  const now = points.at(-1)
  const title = sayLabel(speech, field)
  const among = peers.get(field.name)
  const id = `figure-${field.name}`
  return (
    <section aria-labelledby={id} className="own-figure">
      <h3 id={id}>{title}</h3>
      {now ? (
        <p>
          <strong>{sayAnswer(speech, field, now.answer)}</strong>
          {points.length > 1
            ? ` · ${text('collection.feedback.before', {
                told: say.list(
                  points
                    .slice(0, -1)
                    .map(
                      ({ period, answer }) => `${say.period(period)}: ${sayAnswer(speech, field, answer)}`,
                    ),
                ),
              })}`
            : ''}
        </p>
      ) : null}
      <TrendChart trend={trend} title={title} />
      {among && now?.value != null ? (
        <PeerSpread
          own={now.value}
          peers={among}
          type={among.institutionType === '' || !typeName ? null : local(typeName)}
          leastCount={leastCount}
          decimals={field.kind === 'share' ? 1 : 0}
        />
      ) : null}
    </section>
  )
}
