import { scaleLinear } from 'd3-scale'
import { comparePeriods } from '#platform/period.ts'
import { domainOf } from '#platform/ui/chart/axis.ts'
import { certaintyOf } from '../certainty.ts'
import { measuredAs } from '../measured.ts'
import type { Direction, Indicator, Series } from '../model.ts'
import { commonestUnit, numberIn, unitOf } from '../observations.ts'
import { targetValue, type Verdict } from '../verdict.ts'

/** What stands on one line between the baseline and the target, in the unit that most of the figures have. */
export type Range = {
  unit: string
  baseline: number | null
  /** Results before the latest, by period. */
  earlier: number[]
  latest: number | null
  /** That of the latest; null without one. */
  interval: { low: number; high: number } | null
  /** The figure asked for; where better than the baseline is asked for, the baseline. */
  target: number | null
  isBetter: boolean
  direction: Direction
}

/** The figures of a verdict that can stand on one line; null when there are none to draw. */
export function rangeOf(meant: Indicator, series: Series, verdict: Verdict): Range | null {
  const indicator = measuredAs(meant, series)
  const { observation, target } = verdict
  const unit = commonestUnit(indicator, series)
  const earlier = series.results
    .filter(({ period }) => observation === null || comparePeriods(period, observation.period) < 0)
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .flatMap(({ value }) => numberIn(unit, value) ?? [])
  const targetUnit =
    target?.kind === 'absolute' ? (target.unit ?? indicator.unit) : unitOf(series.baseline?.observation.value)
  const baseline = numberIn(unit, series.baseline?.observation.value)
  const isBetter = target?.kind === 'trend' && baseline !== null
  const asked = target && targetUnit === unit ? targetValue(series, target) : null
  const range: Range = {
    unit,
    baseline,
    earlier,
    latest: numberIn(unit, observation?.value),
    interval:
      unitOf(observation?.value) === unit ? (certaintyOf(indicator, observation)?.interval ?? null) : null,
    target: isBetter ? baseline : asked,
    isBetter,
    direction: indicator.direction,
  }
  return numbersOf(range).length === 0 ? null : range
}

const MARGIN = 8 // so that the largest dot stays on the drawing

/**
 * Where the points of a range stand on a line of the width, and the stretch that would meet the target. All shares
 * have one scale, 0–100; others begin at zero unless that would press them together.
 */
export function placeRange(range: Range, width: number) {
  const ends = domainOf(range.unit, numbersOf(range))
  const [low, high] = ends[0] === ends[1] ? [ends[0], ends[1] + 1] : ends
  const scale = scaleLinear([low, high], [MARGIN, width - MARGIN])
  const place = (value: number | null) => (value === null ? null : scale(value))
  const target = place(range.target)
  return {
    ends: { low, high },
    baseline: place(range.baseline),
    earlier: range.earlier.map((value) => scale(value)),
    latest: place(range.latest),
    interval: range.interval && { low: scale(range.interval.low), high: scale(range.interval.high) },
    target,
    zone: target === null ? null : zoneOf(target, range.direction, width),
  }
}

function zoneOf(target: number, direction: Direction, width: number): { from: number; to: number } | null {
  if (direction === 'none') return null
  return direction === 'up' ? { from: target, to: width } : { from: 0, to: target }
}

function numbersOf({ baseline, earlier, latest, interval, target }: Range): number[] {
  return [baseline, ...earlier, latest, interval?.low ?? null, interval?.high ?? null, target].filter(
    (value) => value !== null,
  )
}
