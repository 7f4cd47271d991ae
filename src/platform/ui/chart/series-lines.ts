import { platformTexts } from '../../texts/index.ts'
import { createText, type Language } from '../../texts/text.ts'
import { isFarFromZero, type Scale, scaleFor } from './axis.ts'
import { legend } from './legend.ts'
import { drawing, element, LINE, linesOf, RULE, SOFT, short, WIDTH, widthOf, words } from './svg.ts'

/** A figure of a period and the words that say it; null where there is none, and the line has a gap there. */
export type LinePoint = { period: string; value: number | null; said: string }
export type LineSeries = {
  label: string
  points: readonly LinePoint[]
  /** Periods that begin with another way of measuring: no line leads to them from before. */
  breaks?: readonly string[]
}
export type LinesOptions = {
  language: Language
  unit: string
  /** Periods along the axis, in their order, all as far from each other. */
  periods: readonly string[]
  /** What was promised for a period. */
  targets?: readonly { period: string; value: number; said: string }[]
  targetsLabel?: string
  /** What the axis has to reach besides, so that several drawings have one scale. */
  domain?: readonly [low: number, high: number]
}

const HEIGHT = 170
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '4 2', '12 4'] as const
const COLOURS = ['#0a5c52', '#8a3a25', '#3a5a8c', '#7a5c12', '#5b3a78', '#16211f'] as const

/** Figures over time. The axis begins at zero unless all figures are far from it, and then it says so. */
export function seriesLines(series: readonly LineSeries[], options: LinesOptions): string {
  const text = createText(options.language, platformTexts[options.language])
  const { language, unit, periods, targets = [], targetsLabel = '', domain } = options
  const values = [
    ...series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])),
    ...targets.map(({ value }) => value),
  ]
  const isFromZero = !isFarFromZero([...values, ...(domain ?? [])])
  const key = legend(
    [
      ...series.map(({ label }, place) => ({
        label,
        sample: (x: number, middle: number) => sample(place, x, middle),
      })),
      ...(series.some(({ breaks = [] }) => breaks.length > 0)
        ? [
            {
              label: text('platform.report.break'),
              sample: (x: number, middle: number) => breakLine(x + 9, middle - 7, middle + 7),
            },
          ]
        : []),
      ...(targets.length > 0
        ? [{ label: targetsLabel, sample: (x: number, middle: number) => target(x + 9, middle) }]
        : []),
    ],
    2,
  )
  const [top, bottom] = [key.bottom + LINE + 16, key.bottom + LINE + 16 + HEIGHT]
  const scale = scaleFor(isFromZero ? [0, ...values] : values, {
    from: bottom,
    to: top,
    marks: 4,
    language,
    domain,
  })
  const left = Math.max(0, ...scale.ticks.map(({ said }) => widthOf(said))) + 8
  const place = placesOf(periods, left + 14, WIDTH - 26)
  const notZero = isFromZero ? [] : linesOf(text('platform.report.axisNotZero'), WIDTH)
  const labels = periodLabels(periods, place, bottom + LINE + 2)
  return drawing(
    labels.bottom + LINE * notZero.length + 6,
    key.svg,
    words(unit, 0, key.bottom + LINE, { fill: SOFT }),
    ...rules(scale, left),
    labels.svg,
    ...targets.flatMap(({ period, value, said }) => {
      const x = place(period)
      return x === undefined
        ? []
        : [
            target(x, scale.place(value)),
            words(said, x, scale.place(value) - 7, { 'text-anchor': 'middle', fill: SOFT }),
          ]
    }),
    ...series.map((one, order) => line(one, order, place, scale)),
    figures(series, targets, place, scale, [top, bottom]),
    ...notZero.map((text, row) => words(text, 0, labels.bottom + LINE * (row + 0.8), { fill: SOFT })),
  )
}

function placesOf(periods: readonly string[], from: number, to: number) {
  const step = periods.length > 1 ? (to - from) / (periods.length - 1) : 0
  const places = new Map(
    periods.map((period, order) => [period, periods.length > 1 ? from + order * step : (from + to) / 2]),
  )
  return (period: string) => places.get(period)
}

function rules({ ticks, place }: Scale, left: number): string[] {
  return ticks.map(
    ({ place: y, said }) =>
      element('line', {
        x1: left,
        x2: WIDTH,
        y1: y,
        y2: y,
        stroke: y === place(0) ? SOFT : RULE,
        'stroke-width': y === place(0) ? 1.2 : 0.7,
      }) + words(said, left - 6, y + 4, { fill: SOFT, 'text-anchor': 'end' }),
  )
}

/** Names of periods; where they would touch each other, only some, the last one among them. */
function periodLabels(periods: readonly string[], place: (period: string) => number | undefined, y: number) {
  const wide = Math.max(0, ...periods.map(widthOf)) + 8
  const step = periods.length > 1 ? (WIDTH - 60) / (periods.length - 1) : WIDTH
  const every = Math.max(1, Math.ceil(wide / step))
  const shown = periods.filter((_, order) => (periods.length - 1 - order) % every === 0)
  const svg = shown.map((period) => {
    const x = place(period) ?? 0
    const isAtEnd = x + widthOf(period) / 2 > WIDTH
    return words(period, isAtEnd ? WIDTH : x, y, { fill: SOFT, 'text-anchor': isAtEnd ? 'end' : 'middle' })
  })
  return { svg: svg.join(''), bottom: y + 8 }
}

function line(
  { points, breaks = [] }: LineSeries,
  order: number,
  place: (period: string) => number | undefined,
  { place: heightOf }: Scale,
): string {
  const at = points.map(({ period, value }) => ({
    period,
    x: place(period),
    y: value === null ? undefined : heightOf(value),
  }))
  const look = {
    stroke: COLOURS[order % COLOURS.length],
    'stroke-width': 2,
    'stroke-dasharray': DASHES[order % DASHES.length],
  }
  const strokes = at.slice(1).map((to, index) => {
    const from = at[index]
    if (from?.x === undefined || from.y === undefined || to.x === undefined || to.y === undefined) return ''
    if (breaks.includes(to.period)) {
      const x = (from.x + to.x) / 2
      return breakLine(x, Math.min(from.y, to.y) - 16, Math.max(from.y, to.y) + 16)
    }
    return element('line', { x1: from.x, y1: from.y, x2: to.x, y2: to.y, ...look })
  })
  const marks = at.map(({ x, y }) => (x === undefined || y === undefined ? '' : mark(order, x, y)))
  return strokes.join('') + marks.join('')
}

const breakLine = (x: number, from: number, to: number) =>
  element('line', {
    x1: x,
    x2: x,
    y1: from,
    y2: to,
    stroke: '#8a3a25',
    'stroke-width': 1.5,
    'stroke-dasharray': '2 3',
  })

/** Marks differ in shape, so that lines are told apart where they cross. */
function mark(order: number, x: number, y: number): string {
  const fill = COLOURS[order % COLOURS.length]
  const look = { fill: order % 2 === 0 ? fill : '#ffffff', stroke: fill, 'stroke-width': 1.6 }
  const shape = Math.floor((order % 6) / 2)
  if (shape === 0) return element('circle', { cx: x, cy: y, r: 3.6, ...look })
  if (shape === 1) return element('rect', { x: x - 3.4, y: y - 3.4, width: 6.8, height: 6.8, ...look })
  return element('path', {
    d: `M${short(x)} ${short(y - 4.6)} L${short(x + 4.6)} ${short(y + 3.6)} L${short(x - 4.6)} ${short(y + 3.6)} Z`,
    ...look,
  })
}

function sample(order: number, x: number, middle: number): string {
  const look = {
    stroke: COLOURS[order % COLOURS.length],
    'stroke-width': 2,
    'stroke-dasharray': DASHES[order % DASHES.length],
  }
  return element('line', { x1: x, x2: x + 18, y1: middle, y2: middle, ...look }) + mark(order, x + 9, middle)
}

const target = (x: number, y: number) =>
  element('line', { x1: x - 9, x2: x + 9, y1: y, y2: y, stroke: '#16211f', 'stroke-width': 3 })

/** First and last figure of each series, where no other label is; with one series all of them. */
function figures(
  series: readonly LineSeries[],
  targets: readonly { period: string; value: number; said: string }[],
  place: (period: string) => number | undefined,
  { place: heightOf }: Scale,
  [top, bottom]: readonly [number, number],
): string {
  const taken: { x: number; y: number; half: number }[] = targets.map(({ period, value, said }) => ({
    x: place(period) ?? 0,
    y: heightOf(value) - 7,
    half: widthOf(said) / 2,
  }))
  const drawn: string[] = []
  for (const { points } of series) {
    const known = points.filter(({ value, period }) => value !== null && place(period) !== undefined)
    const wanted = series.length === 1 ? [...known].reverse() : [...known.slice(-1), ...known.slice(0, 1)]
    for (const { period, value, said } of wanted) {
      const [x, at] = [place(period) ?? 0, heightOf(value ?? 0)]
      const half = widthOf(said) / 2
      const middle = Math.min(x, WIDTH - half)
      const free = [at - 8, at + LINE + 3].find(
        (y) =>
          y > top - LINE &&
          y < bottom + 2 &&
          !taken.some(
            (one) => Math.abs(one.y - y) < LINE - 1 && Math.abs(one.x - middle) < one.half + half + 3,
          ),
      )
      if (free === undefined) continue
      taken.push({ x: middle, y: free, half })
      drawn.push(words(said, middle, free, { 'text-anchor': 'middle', 'font-weight': 600 }))
    }
  }
  return drawn.join('')
}
