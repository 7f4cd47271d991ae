import type { EstimatorComparison } from '../conditional/compare-estimators.ts'
import { type Item, thresholdsOf } from '../models/item.ts'
import type { Summit } from './climb.ts'
import { spreadsAtFloor } from './held-spreads.ts'
import type { ModelName } from './options.ts'
import { type Layout, unpack } from './parameters.ts'
import type { CalibrationWarning } from './warning.ts'

/** A calibrated item; standard errors are 0 for fixed numbers and NaN when there is no proper maximum. */
export type CalibratedItem = Item & {
  readonly thresholds: readonly number[]
  readonly errors: {
    readonly slope: number
    readonly intercepts: readonly number[]
    readonly thresholds: readonly number[]
  }
}

/** The population of one group. */
export type Population = {
  readonly mean: number
  readonly sd: number
  readonly variance: number
  readonly errors: { readonly mean: number; readonly sd: number; readonly variance: number }
}

/** The result of a calibration. */
export type Calibration = {
  readonly model: ModelName
  readonly items: readonly CalibratedItem[]
  readonly groups: readonly Population[]
  readonly logLikelihood: number
  /** number of free parameters */
  readonly parameters: number
  /** number of persons who answered, weighted */
  readonly persons: number
  readonly aic: number
  readonly bic: number
  /** E-steps */
  readonly iterations: number
  /** whether the last Newton step was below the tolerance, at a proper maximum where every group has a spread */
  readonly converged: boolean
  /** how many nodes, and how much the log-likelihood changes when their distance is halved */
  readonly quadrature: { readonly nodes: number; readonly error: number }
  /** what the numbers do not tell; empty when there is nothing to say. `sayWarning` says it in words */
  readonly warnings: readonly CalibrationWarning[]
  /** how far the conditional estimate is; undefined with slopes or fixed items, or where there is none */
  readonly comparison: EstimatorComparison | undefined
  /** covariance of the free parameters, row by row: item by item slope and intercepts, then mean and log sd */
  readonly covariance: Float64Array
}

/**
 * Puts a summit into words that users know: items, populations, their standard errors.
 *
 * @param known covariance of the free parameters; undefined when there is none
 */
export function describeCalibration(
  model: ModelName,
  layout: Layout,
  persons: number,
  summit: Summit,
  warnings: readonly CalibrationWarning[],
  known: Float64Array | undefined,
): Calibration {
  const { size } = layout
  const covariance = known ?? new Float64Array(size * size).fill(Number.NaN)
  const parameters = unpack(layout, summit.vector)
  const errorAt = (at: number) => (at < 0 ? 0 : Math.sqrt(covariance[at * size + at]!))
  const kind = model === 'grm' ? 'graded' : 'partialCredit'
  const items = Array.from({ length: layout.items }, (_, item): CalibratedItem => {
    const intercepts = [...parameters.intercepts.subarray(layout.offset[item]!, layout.offset[item + 1]!)]
    const plain = { kind, slope: parameters.slopes[item]!, intercepts } as const
    const thresholds = thresholdsOf(plain)
    return {
      ...plain,
      thresholds,
      errors: {
        slope: errorAt(layout.slopeAt[item]!),
        intercepts: intercepts.map((_, k) =>
          errorAt(layout.interceptAt[item]! < 0 ? -1 : layout.interceptAt[item]! + k),
        ),
        thresholds: thresholds.map((threshold, k) =>
          thresholdError(layout, covariance, item, plain, k, threshold),
        ),
      },
    }
  })
  const atFloor = spreadsAtFloor(layout, summit.vector)
  const groups = Array.from({ length: layout.groupCount }, (_, group): Population => {
    const sd = parameters.sds[group]!
    const logSd = atFloor.includes(layout.logSdAt[group]!) ? Number.NaN : errorAt(layout.logSdAt[group]!)
    return {
      mean: parameters.means[group]!,
      sd,
      variance: sd * sd,
      errors: { mean: errorAt(layout.meanAt[group]!), sd: sd * logSd, variance: 2 * sd * sd * logSd },
    }
  })
  return {
    model,
    items,
    groups,
    logLikelihood: summit.logLikelihood,
    parameters: size,
    persons,
    aic: 2 * size - 2 * summit.logLikelihood,
    bic: Math.log(persons) * size - 2 * summit.logLikelihood,
    iterations: summit.iterations,
    converged: summit.converged,
    quadrature: { nodes: summit.nodes, error: summit.quadratureError },
    warnings,
    comparison: undefined,
    covariance,
  }
}

/** Delta method: the threshold is a ratio of intercepts (or their difference) and slope. */
function thresholdError(
  layout: Layout,
  covariance: Float64Array,
  item: number,
  { kind, slope }: Item,
  k: number,
  threshold: number,
): number {
  const first = layout.interceptAt[item]!
  if (first < 0) return 0
  const weights: [number, number][] = [[first + k, -1 / slope]]
  if (kind === 'partialCredit' && k > 0) weights.push([first + k - 1, 1 / slope])
  if (layout.slopeAt[item]! >= 0) weights.push([layout.slopeAt[item]!, -threshold / slope])
  let variance = 0
  for (const [a, weightA] of weights) {
    for (const [b, weightB] of weights) variance += weightA * weightB * covariance[a * layout.size + b]!
  }
  return Math.sqrt(variance)
}
