import { useSpeech } from '#platform/i18n.tsx'
import type { Indicator, Series } from '../model.ts'
import { placeRange, type Range, rangeOf } from '../plots/range.ts'
import type { Verdict } from '../verdict.ts'
import { formatInterval } from '../words/certainty.ts'
import { formatValue } from '../words/value.ts'
import { DistributionBar } from './distribution-bar.tsx'

const WIDTH = 200 // drawing units; CSS decides the size on the page
const HEIGHT = 24
const MIDDLE = HEIGHT / 2

type Props = { indicator: Indicator; series: Series; verdict: Verdict }

/**
 * One series on one line: the baseline, the results, the target and the stretch that would meet it. A
 * distribution is a bar of its categories. Draws nothing when there is no figure to draw.
 */
export function TargetRange({ indicator, series, verdict }: Props) {
  const speech = useSpeech()
  const name = series.label
    ? `${speech.local(indicator.title)}, ${speech.local(series.label)}`
    : speech.local(indicator.title)
  const value = verdict.observation?.value
  if (value?.kind === 'distribution') {
    const label = speech.text('indicators.range.label', { name, points: formatValue(value, speech) })
    return <DistributionBar parts={value.parts} label={label} />
  }
  const range = rangeOf(indicator, series, verdict)
  if (range === null) return null
  const label = speech.text('indicators.range.label', { name, points: describeRange(range, speech) })
  return <RangeLine range={range} label={label} />
}

function RangeLine({ range, label }: { range: Range; label: string }) {
  const { baseline, earlier, latest, interval, target, zone } = placeRange(range, WIDTH)
  const results = [baseline, ...earlier, latest].filter((place) => place !== null)
  return (
    <svg className="chart range" role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <line className="axis" x1={0} x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
      {zone ? <line className="target-zone" x1={zone.from} x2={zone.to} y1={MIDDLE} y2={MIDDLE} /> : null}
      {results.length > 1 ? (
        <line className="path" x1={Math.min(...results)} x2={Math.max(...results)} y1={MIDDLE} y2={MIDDLE} />
      ) : null}
      {interval ? (
        <path
          className="interval whisker"
          d={`M${interval.low} ${MIDDLE}H${interval.high}M${interval.low} 6v12M${interval.high} 6v12`}
        />
      ) : null}
      {target === null ? null : <line className="target" x1={target} x2={target} y1={2} y2={HEIGHT - 2} />}
      {baseline === null ? null : <circle className="dot-base" cx={baseline} cy={MIDDLE} r={4} />}
      {earlier.map((place, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points have no other name, and nothing moves
        <circle key={index} className="dot-earlier" cx={place} cy={MIDDLE} r={3} />
      ))}
      {latest === null ? null : <circle className="dot-latest" cx={latest} cy={MIDDLE} r={5.5} />}
    </svg>
  )
}

function describeRange(range: Range, speech: ReturnType<typeof useSpeech>): string {
  const { text } = speech
  const said = (value: number | null) => (value === null ? null : speech.say.quantity(value, range.unit))
  const [baseline, latest, target] = [said(range.baseline), said(range.latest), said(range.target)]
  return [
    baseline && text('indicators.range.baseline', { value: baseline }),
    ...range.earlier.map((value) => text('indicators.range.earlier', { value: said(value) ?? '' })),
    latest && text('indicators.range.latest', { value: latest }),
    range.interval &&
      text('indicators.range.interval', {
        interval: formatInterval(range.interval, { number: range.latest ?? 0, unit: range.unit }, speech),
      }),
    target && text('indicators.range.target', { value: target }),
  ]
    .filter(Boolean)
    .join(', ')
}
