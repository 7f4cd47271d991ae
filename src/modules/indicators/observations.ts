import type { Indicator, Observation, ObservedValue, Series } from './model.ts'
import { inOrderOfTime } from './periods.ts'

/** Baseline and results in the order of time; what has no year comes first. */
export function observationsOf(series: Series): Observation[] {
  const baseline = series.baseline ? [series.baseline.observation] : []
  return inOrderOfTime([...baseline, ...series.results])
}

/** The unit that most of the figures have, so that one odd figure does not empty a drawing. */
export function commonestUnit(indicator: Indicator, series: Series): string {
  const units = observationsOf(series).flatMap(({ value }) => unitOf(value) ?? [])
  const times = (unit: string) => units.filter((one) => one === unit).length
  const candidates = [indicator.unit, ...units]
  return candidates.reduce((best, unit) => (times(unit) > times(best) ? unit : best))
}

/** The unit of a value that is one number; null for any other. */
export function unitOf(value: ObservedValue | undefined): string | null {
  return value !== undefined && 'number' in value ? value.unit : null
}

/** The number of a value in the unit; null when it has none. */
export function numberIn(unit: string, value: ObservedValue | undefined): number | null {
  return value !== undefined && 'number' in value && value.unit === unit ? value.number : null
}
