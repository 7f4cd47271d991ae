import type { Item } from '../models/item.ts'
import type { ConditionalCalibration } from './calibrate-conditionally.ts'

/** How far two independent estimators of the same thresholds are apart. */
export type EstimatorComparison = {
  /** marginal less conditional, per item and threshold, after both are centred */
  readonly differences: readonly (readonly number[])[]
  /** the largest difference, and the same in units of the conditional standard error */
  readonly largest: number
  readonly largestInErrors: number
  /** below half a standard error everywhere: assuming normal ability did no harm */
  readonly agree: boolean
}

/**
 * Compares a marginal with a conditional calibration of the same answers, as `calibrate` does every time: where
 * they part, the ability of the pupils is far from normal or booklets went to different pupils.
 *
 * @throws RangeError when the calibrations have different items, or slopes differ
 */
export function compareEstimators(
  marginal: { readonly items: readonly (Item & { readonly thresholds: readonly number[] })[] },
  conditional: ConditionalCalibration,
): EstimatorComparison {
  if (marginal.items.length !== conditional.items.length) {
    throw new RangeError(
      `compareEstimators: ${marginal.items.length} items against ${conditional.items.length}`,
    )
  }
  const odd = marginal.items.findIndex((item) => item.slope !== 1 || item.kind !== 'partialCredit')
  if (odd >= 0)
    throw new RangeError(`compareEstimators: item ${odd} has slope ${marginal.items[odd]!.slope}, not 1`)
  const all = marginal.items.flatMap((item) => item.thresholds)
  const centre = all.reduce((sum, threshold) => sum + threshold, 0) / all.length
  const differences = marginal.items.map((item, at) =>
    item.thresholds.map((threshold, k) => threshold - centre - conditional.items[at]!.thresholds[k]!),
  )
  const inErrors = differences.flatMap((item, at) =>
    item.map((difference, k) => Math.abs(difference) / conditional.items[at]!.errors.thresholds[k]!),
  )
  const largestInErrors = Math.max(...inErrors)
  return {
    differences,
    largest: Math.max(...differences.flat().map(Math.abs)),
    largestInErrors,
    agree: largestInErrors < 0.5,
  }
}
