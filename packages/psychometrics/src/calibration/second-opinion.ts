import { calibrateStatisticsConditionally } from '../conditional/calibrate-conditionally.ts'
import { compareEstimators, type EstimatorComparison } from '../conditional/compare-estimators.ts'
import type { SufficientStatistics } from '../merging/statistics.ts'
import type { CalibratedItem } from './calibration.ts'
import type { CalibrationWarning } from './warning.ts'

/** Steps (items² × scores, over the sets of answered items) up to which the second estimate takes no time to speak of. */
const MOST_STEPS = 2e7

/**
 * Holds a Rasch or partial credit calibration against the conditional one of the same answers. Undefined where
 * persons skipped so differently that it would take long, or where there is no conditional estimate.
 */
export function secondOpinion(
  items: readonly CalibratedItem[],
  statistics: SufficientStatistics,
): EstimatorComparison | undefined {
  const steps = statistics.cells.reduce(
    (sum, { answered, scoreCounts }) => sum + answered.length ** 2 * scoreCounts.length,
    0,
  )
  if (steps > MOST_STEPS) return undefined
  try {
    return compareEstimators({ items }, calibrateStatisticsConditionally(statistics))
  } catch (refusal) {
    if (refusal instanceof RangeError) return undefined
    throw refusal
  }
}

/** Warns when the two estimates part. */
export function warningsOfComparison(comparison: EstimatorComparison | undefined): CalibrationWarning[] {
  if (!comparison || comparison.agree) return []
  return [{ warning: 'estimatorsPart', errors: comparison.largestInErrors }]
}
