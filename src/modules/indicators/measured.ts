import type { Direction, Indicator, Series } from './model.ts'

/** In what a series is measured: its own unit, or that of its indicator. */
export const unitOf = (indicator: Pick<Indicator, 'unit'>, series: Pick<Series, 'unit'>): string =>
  series.unit ?? indicator.unit

/** Which way is good for a series: its own, or that of its indicator. */
export const directionOf = (
  indicator: Pick<Indicator, 'direction'>,
  series: Pick<Series, 'direction'>,
): Direction => series.direction ?? indicator.direction

/** An indicator with the unit and direction of one of its series, for what looks at that series alone. */
export function measuredAs<One extends Pick<Indicator, 'unit' | 'direction'>>(
  indicator: One,
  series: Pick<Series, 'unit' | 'direction'>,
): One {
  if (series.unit === null && series.direction === null) return indicator
  return { ...indicator, unit: unitOf(indicator, series), direction: directionOf(indicator, series) }
}
