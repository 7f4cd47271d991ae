import { absoluteAim, baselineFigure, measureOf } from '../figures.ts'
import type { Indicator, Series, Target } from '../model.ts'

/** A number that a target asks for, in the unit of the results. */
export type Aim = { year: number; number: number; unit: string }

/**
 * What an absolute target of a year, or a change from a known positive baseline, asks for; null for targets of other kinds. A
 * change in per cent of nothing, or of less than nothing, asks for no number.
 */
export function aimOf(indicator: Indicator, series: Series, target: Target): Aim | null {
  const { year } = target
  if (year === null) return null
  const absolute = absoluteAim(indicator, target)
  if (absolute !== null) return { year, ...absolute }
  const baseline = baselineFigure(series)
  const from = baseline && measureOf(baseline.value)
  if (target.kind !== 'relative' || target.value === null || !from || from.number <= 0) return null
  const isPoints = target.unit === 'percentagePoint'
  if (isPoints && from.unit !== 'percent') return null
  const number = isPoints ? from.number + target.value : from.number * (1 + target.value / 100)
  return { year, number, unit: from.unit }
}
