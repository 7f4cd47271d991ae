import { domainOf } from '#platform/ui/chart/axis.ts'
import { baselineValue } from '../baseline.ts'
import { certaintyOf } from '../certainty.ts'
import { datedTargets, standingTarget } from '../dated.ts'
import { measuredAs } from '../measured.ts'
import type { Direction, Indicator, Observation, Series, Target } from '../model.ts'
import { commonestUnit, numberIn, observationsOf, unitOf } from '../observations.ts'
import { targetValue } from '../verdict.ts'

/** From where to where the axis of each unit goes. */
export type Domains = ReadonlyMap<string, readonly [low: number, high: number]>

/** A target that asks for better than the baseline: the baseline is its mark. */
export type Better = { value: number; direction: Direction; year: number | null }

/** What of a series can be drawn: its figures and promises in the unit that most of them have. */
export function drawnOf(meant: Indicator, series: Series) {
  const indicator = measuredAs(meant, series)
  const unit = commonestUnit(indicator, series)
  const isDrawn = ({ value }: Observation) => unitOf(value) === unit
  const own = observationsOf(series).filter(isDrawn)
  const history = own.length === 0 ? [] : (series.earlier?.figures ?? []).filter(isDrawn)
  const observed = [...history, ...own]
  const targets = datedTargets(series).flatMap((target) => {
    const value = valueIn(unit, indicator, series, target)
    return value === null ? [] : [{ year: target.year, value }]
  })
  const standing = standingTarget(series)
  const level = standing && valueIn(unit, indicator, series, standing)
  const levels = level === null ? [] : [level]
  const better = betterIn(unit, indicator, series)
  const intervalOf = new Map(observed.map((one) => [one, certaintyOf(indicator, one)?.interval ?? null]))
  const ends = [...intervalOf.values()].flatMap((interval) => (interval ? [interval.low, interval.high] : []))
  const values = [
    ...observed.map(numberOf),
    ...targets.map(({ value }) => value),
    ...ends,
    ...levels,
    ...(better ? [better.value] : []),
  ]
  return { indicator, unit, history, observed, targets, better, levels, intervalOf, values }
}

/** One scale for all series of a unit, so that charts beside each other can be compared. */
export function commonDomains(indicator: Indicator, all: readonly Series[] = indicator.series): Domains {
  const drawn = all.map((series) => drawnOf(indicator, series))
  const byUnit = Map.groupBy(drawn, ({ unit }) => unit)
  return new Map(
    [...byUnit].map(([unit, ones]) => [
      unit,
      domainOf(
        unit,
        ones.flatMap(({ values }) => values),
      ),
    ]),
  )
}

export function numberOf({ value }: Observation): number {
  return 'number' in value ? value.number : Number.NaN
}

/** The last promise to be better than the baseline, where that is a number in the unit. */
function betterIn(unit: string, { direction }: Indicator, series: Series): Better | null {
  const value = numberIn(unit, baselineValue(series.baseline) ?? undefined)
  const target = series.targets.findLast(({ kind }) => kind === 'trend')
  return target && value !== null ? { value, direction, year: target.year } : null
}

/** What a target asks for, where that is a number in the unit. */
function valueIn(unit: string, indicator: Indicator, series: Series, target: Target): number | null {
  const own =
    target.kind === 'absolute' ? (target.unit ?? indicator.unit) : unitOf(series.baseline?.observation.value)
  return own === unit ? targetValue(series, target) : null
}
