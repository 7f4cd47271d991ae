import { scaleLinear } from 'd3-scale'
import { certaintyOf } from '../certainty.ts'
import { areComparable, versionOf } from '../comparability.ts'
import { datedTargets, standingTarget } from '../dated.ts'
import { measuredAs } from '../measured.ts'
import type { Indicator, Observation, Series, Target } from '../model.ts'
import { commonestUnit, observationsOf, unitOf } from '../observations.ts'
import { yearOfPeriod } from '../periods.ts'
import { targetPath, targetValue } from '../verdict.ts'

/** The drawing, in its own units; CSS decides the size on the page. */
export const CHART = { width: 360, height: 190, left: 36, right: 36, top: 36, bottom: 28 } as const

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

export type SeriesDrawing = {
  unit: string
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
}

/** Places the numbers of a series over time; null when it has none. Other units and words stay with the table. */
export function drawSeries(meant: Indicator, series: Series): SeriesDrawing | null {
  const indicator = measuredAs(meant, series)
  const unit = commonestUnit(indicator, series)
  const own = observationsOf(series).filter(({ value }) => unitOf(value) === unit)
  if (own.length === 0) return null
  const history = (series.earlier?.figures ?? []).filter(({ value }) => unitOf(value) === unit)
  const observed = [...history, ...own]
  const targets = targetsIn(unit, indicator, series)
  const path = targetPath(series).filter(() => targets.length > 0)

  const years = [...observed.map(({ period }) => yearOfPeriod(period)), ...targets.map(({ year }) => year)]
  const known = years.filter((year) => year !== null)
  // A baseline of an unknown year stands before everything whose year is known.
  const before = (known.length > 0 ? Math.min(...known) : 0) - 1
  const xOf = scaleOver(
    [...known, ...(years.includes(null) ? [before] : [])],
    CHART.left,
    CHART.width - CHART.right,
  )
  const intervalOf = new Map(observed.map((one) => [one, certaintyOf(indicator, one)?.interval ?? null]))
  const ends = [...intervalOf.values()].flatMap((interval) => (interval ? [interval.low, interval.high] : []))
  const levels = levelIn(unit, indicator, series)
  const values = [...observed.map(numberOf), ...targets.map(({ value }) => value), ...ends, ...levels]
  const yOf = scaleOver(values, CHART.height - CHART.bottom - 22, CHART.top)

  const points = observed.map((one) => ({
    x: xOf(yearOfPeriod(one.period) ?? before),
    y: yOf(numberOf(one)),
    role: roleOf(one, series),
    period: one.period,
    value: numberOf(one),
    whisker: placeInterval(intervalOf.get(one) ?? null, yOf),
  }))
  const goals = targets.map((target) => ({ ...target, x: xOf(target.year), y: yOf(target.value) }))
  const marks: Place[] = [...points, ...goals]
  const steps = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to, index }))
  // How an earlier plan measured is not known to this one, so no line leads from its figures to others.
  const isHistory = steps.map(({ index }) => index < history.length)
  const isBroken = steps.map(
    ({ index }) => !isHistory[index] && isBreak(indicator, series, observed[index], observed[index + 1]),
  )
  return {
    unit,
    points: points.map((point) => ({ ...point, labelY: labelY(point, marks) })),
    lines: steps
      .filter(({ index }) => !isBroken[index] && !isHistory[index])
      .map(({ from, to }) => [from, to]),
    targets: goals.map((goal) => ({ ...goal, labelY: labelY(goal, marks) })),
    levels: levels.map((value) => ({ value, y: yOf(value) })),
    path: path.map(({ year, value }) => ({ x: xOf(year), y: yOf(value) })),
    breaks: steps.filter(({ index }) => isBroken[index]).map(({ from, to }) => (from.x + to.x) / 2),
    ticks: ticksOf(points, goals),
  }
}

function placeInterval(interval: { low: number; high: number } | null, yOf: (value: number) => number) {
  return interval && { low: yOf(interval.low), high: yOf(interval.high) }
}

function targetsIn(unit: string, indicator: Indicator, series: Series): { year: number; value: number }[] {
  return datedTargets(series).flatMap((target) => {
    const value = valueIn(unit, indicator, series, target)
    return value === null ? [] : [{ year: target.year, value }]
  })
}

function levelIn(unit: string, indicator: Indicator, series: Series): number[] {
  const target = standingTarget(series)
  const value = target && valueIn(unit, indicator, series, target)
  return value === null ? [] : [value]
}

/** What a target asks for, where that is a number in the unit. */
function valueIn(unit: string, indicator: Indicator, series: Series, target: Target): number | null {
  const own =
    target.kind === 'absolute' ? (target.unit ?? indicator.unit) : unitOf(series.baseline?.observation.value)
  return own === unit ? targetValue(series, target) : null
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

const LINE = 14 // height of a label

/** A label stands above its mark, or below where another mark is close above or at the same place. */
function labelY(mark: Place, marks: readonly Place[]): number {
  const isCrowded = marks.some((other, index) => {
    if (other === mark || Math.abs(other.x - mark.x) >= 24) return false
    const isAbove = other.y < mark.y || (other.y === mark.y && index < marks.indexOf(mark))
    return isAbove && mark.y - other.y < 2 * LINE
  })
  return isCrowded ? mark.y + LINE + 3 : mark.y - 9
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
      const half = period.length > 4 ? 28 : 16
      const hasLabel = x + half <= free
      if (hasLabel) free = x - half
      return { x, period, hasLabel }
    })
    .toReversed()
}

function numberOf({ value }: Observation): number {
  return 'number' in value ? value.number : Number.NaN
}
