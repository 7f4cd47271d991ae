import { solveCholesky } from '@izaugsme/statistics'
import { connectedParts } from '../data/connected.ts'
import type { Responses } from '../data/responses.ts'
import { checkStatistics } from '../merging/check-statistics.ts'
import { type SufficientStatistics, sufficientStatistics } from '../merging/statistics.ts'
import { type Item, itemFromThresholds } from '../models/item.ts'
import { definiteFactor, invertSymmetric } from '../numerics/symmetric.ts'
import { conditionalDerivatives } from './conditional-likelihood.ts'

/** An item calibrated conditionally. */
export type ConditionalItem = Item & {
  readonly thresholds: readonly number[]
  readonly errors: { readonly thresholds: readonly number[] }
}

/** The result of a conditional calibration; the thresholds of all items together have the mean 0. */
export type ConditionalCalibration = {
  readonly items: readonly ConditionalItem[]
  /** conditional log-likelihood */
  readonly logLikelihood: number
  readonly parameters: number
  readonly iterations: number
  readonly converged: boolean
}

const MOST_STEPS = 60

/**
 * Calibrates Rasch or partial credit items by conditional maximum likelihood: nothing is assumed of the
 * persons, so it is right for municipalities that nobody drew at random. Booklets and skips are allowed as long
 * as shared items link them.
 *
 * @throws RangeError when no items link parts of the design, when a category was never observed, or when an
 *   item's answers follow from the score (then no maximum exists)
 * @see Andersen (1972), JRSS B 34(1); agrees with R `eRm`, `psychotools` and `dexter` as the README shows
 */
export function calibrateConditionally(data: Responses): ConditionalCalibration {
  return calibrateStatisticsConditionally(sufficientStatistics(data))
}

/**
 * The same from sufficient statistics, see `mergeStatistics`.
 *
 * @throws RangeError as `calibrateConditionally`, and when the statistics are such as no answers have
 */
export function calibrateStatisticsConditionally(statistics: SufficientStatistics): ConditionalCalibration {
  checkStatistics('calibrateStatisticsConditionally', statistics)
  checkDesign(statistics)
  const size = statistics.highest.reduce((sum, top) => sum + top, 0)
  let intercepts = startFrom(statistics)
  let here = conditionalDerivatives(statistics, intercepts)
  let [iterations, converged] = [0, false]
  while (!converged && iterations < MOST_STEPS) {
    iterations++
    const factor = definiteFactor(withoutFirst(here.information, size), size - 1)
    if (!factor) {
      throw new RangeError(
        `calibrateConditionally: the answers of an item follow from the score (${size} thresholds)`,
      )
    }
    const change = Float64Array.of(0, ...solveCholesky(factor, size - 1, here.gradient.subarray(1)))
    const largest = change.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
    let share = Math.min(1, 3 / largest)
    for (let halvings = 0; halvings < 20; halvings++) {
      const candidate = intercepts.map((value, at) => value + share * change[at]!)
      const there = conditionalDerivatives(statistics, candidate)
      if (there.logLikelihood >= here.logLikelihood - 1e-12 * Math.abs(here.logLikelihood)) {
        intercepts = candidate
        here = there
        break
      }
      share /= 2
    }
    converged = largest * share < 1e-9
  }
  const items = centredItems(statistics.highest, intercepts, here.information)
  return { items, logLikelihood: here.logLikelihood, parameters: size - 1, iterations, converged }
}

function startFrom({ categoryCounts }: SufficientStatistics): Float64Array {
  return Float64Array.from(
    categoryCounts.flatMap((counts) => counts.slice(1).map((count) => Math.log(count / counts[0]!))),
  )
}

function checkDesign({ cells, items, categoryCounts }: SufficientStatistics): void {
  const parts = connectedParts(
    cells.map((cell) => cell.answered),
    items,
  )
  if (parts.length > 1) {
    throw new RangeError(`calibrateConditionally: no shared items link ${parts.length} parts of the design`)
  }
  if (items < 2) throw new RangeError(`calibrateConditionally: ${items} items are fewer than 2`)
  for (const [item, counts] of categoryCounts.entries()) {
    const never = counts.findIndex((count) => !(count > 0))
    if (never >= 0)
      throw new RangeError(`calibrateConditionally: nobody has category ${never} of item ${item}`)
  }
}

/** Turns intercepts, of which only differences along the score are known, into thresholds with the mean 0. */
function centredItems(
  highest: readonly number[],
  intercepts: Float64Array,
  information: Float64Array,
): ConditionalItem[] {
  const size = intercepts.length
  const inverse = invertSymmetric(withoutFirst(information, size), size - 1)
  const covariance = (a: number, b: number) => {
    return a === 0 || b === 0 ? 0 : (inverse?.[(a - 1) * (size - 1) + b - 1] ?? Number.NaN)
  }
  // Each threshold is a contrast of intercepts; the mean threshold weighs the last intercept of every item.
  const lasts: number[] = []
  for (const top of highest) lasts.push((lasts.at(-1) ?? -1) + top)
  const mean = lasts.reduce((sum, at) => sum - intercepts[at]! / size, 0)
  let first = 0
  return highest.map((top) => {
    const from = first
    first += top
    const thresholds = Array.from({ length: top }, (_, k) => {
      return (k > 0 ? intercepts[from + k - 1]! : 0) - intercepts[from + k]! - mean
    })
    const errors = thresholds.map((_, k) => {
      const weights: [number, number][] = [
        [from + k, -1],
        ...lasts.map((at): [number, number] => [at, 1 / size]),
      ]
      if (k > 0) weights.push([from + k - 1, 1])
      let variance = 0
      for (const [a, x] of weights) for (const [b, y] of weights) variance += x * y * covariance(a, b)
      return Math.sqrt(variance)
    })
    return { ...itemFromThresholds(thresholds), thresholds, errors: { thresholds: errors } }
  })
}

function withoutFirst(matrix: Float64Array, size: number): Float64Array {
  const smaller = new Float64Array((size - 1) ** 2)
  for (let row = 1; row < size; row++) {
    smaller.set(matrix.subarray(row * size + 1, (row + 1) * size), (row - 1) * (size - 1))
  }
  return smaller
}
