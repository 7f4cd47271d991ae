import { checkCount } from '../argument-checks.ts'
import { type Weighted, weighted } from './calibration.ts'
import type { SurveyDesign } from './design.ts'
import { sumsByCode } from './labels.ts'
import {
  type CodedMargin,
  codeMargin,
  indicatorColumns,
  type Margin,
  scaledTo,
} from './post-stratification.ts'

/** When to stop raking. */
export type RakingOptions = {
  /**
   * Largest gap between a wanted and a reached total, relative to the population; 1e-12 when left out. What comes
   * within 1e-9 counts as converged, because rounding may not allow more.
   */
  tolerance?: number
  /** Rounds over all margins at most, at least 1; 1,000 when left out. */
  mostRounds?: number
}

/**
 * Raking (iterative proportional fitting): weights scaled to one margin after another until all fit, when the
 * cells where margins cross are not known or too small to post-stratify.
 *
 * Standard errors of what is estimated with the result take out what the margins explain, by regression
 * weighted with the weights before raking.
 *
 * @param margins at least one; their totals must have the same sum
 * @throws RangeError as `postStratify`, and when there are no margins, they have different sums, the tolerance is
 * negative or rounds are none
 * @see Deming & Stephan (1940); weights agree with R `survey::rake`, standard errors with
 * `survey::calibrate(calfun = 'raking')` (`rake` itself leaves unequal first weights out of them)
 */
export function rake(
  design: SurveyDesign,
  margins: readonly Margin[],
  options: RakingOptions = {},
): Weighted {
  const { tolerance = 1e-12, mostRounds = 1000 } = options
  if (margins.length === 0) throw new RangeError('rake: no margins')
  if (!(tolerance >= 0)) throw new RangeError(`rake: tolerance ${tolerance} is negative or not a number`)
  checkCount('rake', 'mostRounds', mostRounds, 1)
  const coded = margins.map((margin) => codeMargin('rake', design, margin))
  const population = samePopulation(coded)
  let weights = design.weights
  let rounds = 0
  do {
    for (const margin of coded) weights = scaledTo(margin, weights)
    rounds++
  } while (rounds < mostRounds && largestGap(coded, weights) > tolerance * population)
  return weighted(design, {
    columns: indicatorColumns(coded),
    totals: coded.flatMap((margin) => [...margin.totals]),
    weights,
    iterations: rounds,
    margins: coded,
    tolerance: Math.max(tolerance, 1e-9) * population,
  })
}

function samePopulation(margins: readonly CodedMargin[]): number {
  const sums = margins.map(({ totals }) => totals.reduce((sum, total) => sum + total, 0))
  const first = sums[0]!
  const other = sums.find((sum) => Math.abs(sum - first) > 1e-9 * first)
  if (other !== undefined) throw new RangeError(`rake: margins of ${first} and ${other} people`)
  return first
}

function largestGap(margins: readonly CodedMargin[], weights: Float64Array): number {
  const gaps = margins.flatMap((margin) =>
    Array.from(sumsByCode(margin, weights), (sum, code) => Math.abs(sum - margin.totals[code]!)),
  )
  return Math.max(...gaps)
}
