import { useSpeech } from '#platform/i18n.tsx'
import { circle, line, type Mark, path, words, zigzag } from '#platform/ui/chart/drawing.ts'
import { Drawn } from '#platform/ui/chart/drawn.tsx'
import type { Indicator, Series } from '../model.ts'
import { placeRange, type Range, rangeOf } from '../plots/range.ts'
import type { Verdict } from '../verdict.ts'
import { formatInterval } from '../words/certainty.ts'
import { formatValue } from '../words/value.ts'
import { DistributionBar } from './distribution-bar.tsx'

const WIDTH = 200 // drawing units; CSS decides the size on the page
const HEIGHT = 46
const MIDDLE = 12
/** Where the words under the line stand. */
const FOOT = 41

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
  const { text, say } = useSpeech()
  const { ends, baseline, earlier, latest, interval, target, zone } = placeRange(range, WIDTH)
  const results = [baseline, ...earlier, latest].filter((place) => place !== null)
  const marks: Mark[] = [
    line('axis', 0, MIDDLE, WIDTH, MIDDLE),
    ...[0, WIDTH].map((x) => line('axis', x, MIDDLE - 4, x, MIDDLE + 4)),
    ...(ends.low > 0 || ends.high < 0 ? [zigzag(10, MIDDLE + 5)] : []),
    ...(zone ? [line('target-zone', zone.from, MIDDLE, zone.to, MIDDLE)] : []),
    ...(results.length > 1 ? [line('path', Math.min(...results), MIDDLE, Math.max(...results), MIDDLE)] : []),
    ...(interval
      ? [
          path(
            'whisker',
            `M${interval.low} ${MIDDLE}H${interval.high}M${interval.low} 6v12M${interval.high} 6v12`,
          ),
        ]
      : []),
    ...(target === null ? [] : [line('target', target, 2, target, 2 * MIDDLE - 2)]),
    ...(baseline === null ? [] : [circle('dot-base', baseline, MIDDLE, 4)]),
    ...earlier.map((place) => circle('dot-earlier', place, MIDDLE, 3)),
    ...(latest === null ? [] : [circle('dot-latest', latest, MIDDLE, 5.5)]),
    words('tick', say.quantity(ends.low, range.unit), 0, FOOT, 'start'),
    words('tick', say.quantity(ends.high, range.unit), WIDTH, FOOT, 'end'),
    ...(range.direction === 'none'
      ? []
      : [words('target-label', text(`indicators.chart.side.${range.direction}`), WIDTH / 2, FOOT)]),
  ]
  return <Drawn kind="range" drawing={{ width: WIDTH, height: HEIGHT, marks }} label={label} />
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
    range.isBetter
      ? text('indicators.chart.range.better')
      : target && text('indicators.range.target', { value: target }),
    text(`indicators.chart.good.${range.direction}`),
  ]
    .filter(Boolean)
    .join(', ')
}
