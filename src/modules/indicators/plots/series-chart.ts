import { scaleLinear } from 'd3-scale'
import type { Language } from '#platform/texts/text.ts'
import { domainOf, leavesOutZero, scaleFor } from '#platform/ui/chart/axis.ts'
import { LETTERS } from '#platform/ui/chart/drawing.ts'
import { widthOf } from '#platform/ui/chart/svg.ts'
import { areComparable, versionOf } from '../comparability.ts'
import type { Indicator, Observation, Series } from '../model.ts'
import { yearOfPeriod } from '../periods.ts'
import { targetPath } from '../verdict.ts'
import { type Better, type Domains, drawnOf, numberOf } from './drawn-series.ts'

/** The drawing, in its own units; CSS decides the size on the page. */
export const CHART = { width: 320, height: 206, right: 30, top: 42, bottom: 28 } as const

type Place = { x: number; y: number }
export type ChartPoint = Place & {
  role: 'baseline' | 'result' | 'earlier'
  period: string
  value: number
  labelY: number
  /** Where its interval begins and ends; null without one. */
  whisker: { low: number; high: number } | null
}
export type ChartTarget = Place & { year: number; value: number; labelY: number }
/** A mark of the axis: a period, a target's year, or the baseline whose year is not stated. */
export type ChartTick = { x: number; period: string; hasLabel: boolean }
/** Gridlines of the figures. */
type ValueTick = { y: number; value: number; said: string }

export type SeriesDrawing = {
  unit: string
  /** Where the figures' axis stands. */
  left: number
  valueTicks: ValueTick[]
  leavesOutZero: boolean
  points: ChartPoint[]
  /** From point to point, where both compare. */
  lines: [Place, Place][]
  targets: ChartTarget[]
  /** The promised way: from the baseline through the targets. */
  path: Place[]
  /** Where the methodology changed so that figures do not compare. */
  breaks: number[]
  ticks: ChartTick[]
  /** What was promised without a year: a line across. */
  levels: { value: number; y: number }[]
  /** “Better than the baseline”: from where to where, and which way is better. */
  better: (Better & { y: number; from: number; to: number }) | null
}

type Options = {
  language: Language
  /** What the axis of a unit reaches, where several charts have one scale; without it the series has its own. */
  domains?: Domains
}

/**
 * Places the numbers of a series over time; null when it has fewer than two, for one point is no course. Other units
 * and words stay with the table.
 */
export function drawSeries(
  meant: Indicator,
  series: Series,
  { language, domains }: Options,
): SeriesDrawing | null {
  const drawn = drawnOf(meant, series)
  const { indicator, unit, history, observed, targets, better, levels, intervalOf, values } = drawn
  if (observed.length < 2) return null
  const path = targetPath(series).filter(() => targets.length > 0)

  const scale = scaleFor([], {
    from: CHART.height - CHART.bottom,
    to: CHART.top,
    marks: 4,
    language,
    domain: domains?.get(unit) ?? domainOf(unit, values),
  })
  const yOf = scale.place
  const valueTicks = scale.ticks.map(({ place, value, said }) => ({ y: place, value, said }))
  const left = (Math.max(...valueTicks.map(({ said }) => widthOf(said))) * LETTERS) / 12 + 8

  const years = [
    ...observed.map(({ period }) => yearOfPeriod(period)),
    ...targets.map(({ year }) => year),
    ...(better?.year ? [better.year] : []),
  ]
  const known = years.filter((year) => year !== null)
  // A baseline of an unknown year stands before everything whose year is known.
  const before = (known.length > 0 ? Math.min(...known) : 0) - 1
  const [from, to] = [left + 26, CHART.width - CHART.right]
  const xOf = scaleOver([...known, ...(years.includes(null) ? [before] : [])], from, to)

  const points = observed.map((one) => ({
    x: xOf(yearOfPeriod(one.period) ?? before),
    y: yOf(numberOf(one)),
    role: roleOf(one, series),
    period: one.period,
    value: numberOf(one),
    whisker: placeInterval(intervalOf.get(one) ?? null, yOf),
  }))
  const goals = targets.map((target) => ({ ...target, x: xOf(target.year), y: yOf(target.value) }))
  const heights = labelHeights([...points, ...goals])
  const steps = points.slice(1).map((end, index) => ({ from: points[index] ?? end, to: end, index }))
  // How an earlier plan measured is not known to this one, so no line leads from its figures to others.
  const isHistory = steps.map(({ index }) => index < history.length)
  const isBroken = steps.map(
    ({ index }) => !isHistory[index] && isBreak(indicator, series, observed[index], observed[index + 1]),
  )
  return {
    unit,
    left,
    valueTicks,
    leavesOutZero: leavesOutZero(scale),
    points: points.map((point, index) => ({ ...point, labelY: heights[index] ?? point.y })),
    lines: steps
      .filter(({ index }) => !isBroken[index] && !isHistory[index])
      .map((step) => [step.from, step.to]),
    targets: goals.map((goal, index) => ({ ...goal, labelY: heights[points.length + index] ?? goal.y })),
    levels: levels.map((value) => ({ value, y: yOf(value) })),
    path: path.map(({ year, value }) => ({ x: xOf(year), y: yOf(value) })),
    better: better && {
      ...better,
      y: yOf(better.value),
      from,
      to: better.year === null ? to : xOf(better.year),
    },
    breaks: steps.filter(({ index }) => isBroken[index]).map((step) => (step.from.x + step.to.x) / 2),
    ticks: ticksOf(points, [...goals, ...(better?.year ? [{ x: xOf(better.year), year: better.year }] : [])]),
  }
}

function placeInterval(interval: { low: number; high: number } | null, yOf: (value: number) => number) {
  return interval && { low: yOf(interval.low), high: yOf(interval.high) }
}

function roleOf(one: Observation, { baseline, earlier }: Series) {
  if (one === baseline?.observation) return 'baseline' as const
  return earlier?.figures.includes(one) ? ('earlier' as const) : ('result' as const)
}

function isBreak(indicator: Indicator, series: Series, before?: Observation, after?: Observation): boolean {
  if (!before || !after) return false
  const [from, to] = [versionOf(indicator, before), versionOf(indicator, after)]
  if (from === undefined || to === undefined) return false
  return !areComparable(indicator.methodologies, from, to, series.baseline)
}

/** A scale that keeps every value inside, also when there is only one. */
function scaleOver(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low === high ? () => (from + to) / 2 : scaleLinear([low, high], [from, to])
}

/** Where a label may stand, from its mark: above, below, or further away. */
const AROUND = [-9, 18, -23, 32]
/** Height and half of the usual width of a label. */
const LABEL = { height: 13, half: 22 }

/** Heights of labels, each where none before it stands; where all is taken, above its mark. */
function labelHeights(marks: readonly Place[]): number[] {
  const taken: Place[] = []
  return marks.map(({ x, y }) => {
    const free = AROUND.map((from) => y + from).find(
      (at) =>
        at > 24 &&
        at < CHART.height - CHART.bottom - 1 &&
        !taken.some((one) => Math.abs(one.x - x) < 2 * LABEL.half && Math.abs(one.y - at) < LABEL.height),
    )
    const at = free ?? y - 9
    taken.push({ x, y: at })
    return at
  })
}

/** Marks of the axis; labels that would run into a later one stay out. */
function ticksOf(
  points: readonly Omit<ChartPoint, 'labelY'>[],
  goals: readonly { x: number; year: number }[],
): ChartTick[] {
  const ticks = new Map<number, string>()
  for (const { x, period } of points) ticks.set(x, period)
  for (const { x, year } of goals) if (!ticks.has(x)) ticks.set(x, String(year))
  let free = Number.POSITIVE_INFINITY
  return [...ticks]
    .toSorted(([a], [b]) => b - a)
    .map(([x, period]) => {
      const half = period.length > 4 ? 30 : 18
      const hasLabel = x + half <= free
      if (hasLabel) free = x - half
      return { x, period, hasLabel }
    })
    .toReversed()
}
