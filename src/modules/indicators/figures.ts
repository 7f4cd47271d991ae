import type { Indicator, Observation, ObservedValue, Series, Target } from './model.ts'
import { startOfPeriod } from './periods.ts'

/** An observation that has a value. */
export type Figure = Observation & { value: Exclude<ObservedValue, { kind: 'missing' }> }

export function isFigure(observation: Observation | null | undefined): observation is Figure {
  return observation !== null && observation !== undefined && observation.value.kind !== 'missing'
}

/** The baseline, unless it is missing or only says why there is none. */
export function baselineFigure(series: Series): Figure | null {
  const observation = series.baseline?.observation
  return isFigure(observation) ? observation : null
}

/** The results that have a value, by period. */
export function resultFigures(series: Series): Figure[] {
  return series.results.filter(isFigure).sort((a, b) => (a.period < b.period ? -1 : 1))
}

/**
 * The baseline and the results in order of time: a series may be older than its baseline. A baseline of which
 * nobody knows the year comes first.
 */
export function figuresOf(series: Series): Figure[] {
  const baseline = baselineFigure(series)
  const start = ({ period }: Figure) => startOfPeriod(period) ?? ''
  const figures = baseline === null ? resultFigures(series) : [baseline, ...resultFigures(series)]
  return figures.sort((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0))
}

/** Every figure with the one that it follows. */
export function stepsOf(series: Series): { before: Figure; after: Figure }[] {
  const figures = figuresOf(series)
  return figures.slice(1).flatMap((after, index) => {
    const before = figures[index]
    return before === undefined ? [] : [{ before, after }]
  })
}

/** The number of a value and its unit; null for a distribution, a text or a missing value. */
export function measureOf(value: ObservedValue | null): { number: number; unit: string } | null {
  return value !== null && 'number' in value ? { number: value.number, unit: value.unit } : null
}

/** What an absolute target asks for, in the unit of the indicator unless it names another. */
export function absoluteAim(indicator: Indicator, target: Target): { number: number; unit: string } | null {
  if (target.kind !== 'absolute' || target.value === null) return null
  return { number: target.value, unit: target.unit ?? indicator.unit }
}
