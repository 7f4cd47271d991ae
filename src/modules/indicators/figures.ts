import type { Indicator, Observation, ObservedValue, Series, Target } from './model.ts'
import { observationsOf } from './observations.ts'
import { inOrderOfTime } from './periods.ts'

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

/** The results that have a value, in the order of time. */
export function resultFigures(series: Series): Figure[] {
  return inOrderOfTime(series.results.filter(isFigure))
}

/** Baseline and results in the order of time: every figure that is compared with the one before it. */
export function figuresOf(series: Series): Figure[] {
  return observationsOf(series).filter(isFigure)
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
