import { logNormalWeights } from '../calibration/grid.ts'
import { scoreDistribution } from '../conditional/score-distribution.ts'
import { checkNumbers, checkPopulation } from '../models/check-items.ts'
import { categoryProbabilities, type Item } from '../models/item.ts'
import { posteriorGrid } from './posterior-grid.ts'
import { warmEquation } from './warm-equation.ts'

/** What a sum score on a booklet stands for. */
export type ScoreRow = {
  readonly score: number
  /** weighted likelihood estimate and its standard error; NaN where the score does not suffice (slopes differ) */
  readonly wle: number
  readonly wleError: number
  /** expected ability of persons with this score, and its spread (posterior SD) */
  readonly eap: number
  readonly posteriorSd: number
  /** share of the population expected to have this score */
  readonly expectedShare: number
}

/**
 * The table that turns sum scores on a booklet into abilities. With equal slopes the score says all; where
 * slopes differ only the EAP given the sum score is shown.
 *
 * @param items of the booklet, as calibrated
 * @param population mean and sd of ability
 * @throws RangeError when there is no item, one is no number, or the population has no spread
 */
export function scoreTable(items: readonly Item[], population: { mean: number; sd: number }): ScoreRow[] {
  if (items.length === 0) throw new RangeError('scoreTable: items [] has no entry')
  checkNumbers('scoreTable', items)
  checkPopulation('scoreTable', population)
  const grid = posteriorGrid(items, Float64Array.of(population.mean), Float64Array.of(population.sd))
  const prior = logNormalWeights(grid, population.mean, population.sd).map(Math.exp)
  const top = items.reduce((sum, item) => sum + item.intercepts.length, 0)
  const [mass, first, second] = [
    new Float64Array(top + 1),
    new Float64Array(top + 1),
    new Float64Array(top + 1),
  ]
  for (const [q, theta] of grid.nodes.entries()) {
    for (const [score, chance] of scoreDistribution(
      items.map((item) => categoryProbabilities(item, theta)),
    ).entries()) {
      mass[score]! += prior[q]! * chance
      first[score]! += prior[q]! * chance * theta
      second[score]! += prior[q]! * chance * theta * theta
    }
  }
  const slope = items[0]!.slope
  const suffices = items.every((item) => item.kind === 'partialCredit' && item.slope === slope)
  const equation = suffices ? warmEquation(items) : undefined
  return Array.from(mass, (share, score) => {
    const eap = first[score]! / share
    const solution = equation?.solve(score * slope, eap)
    return {
      score,
      wle: solution?.ability ?? Number.NaN,
      wleError: solution?.error ?? Number.NaN,
      eap,
      posteriorSd: Math.sqrt(Math.max(0, second[score]! / share - eap * eap)),
      expectedShare: share,
    }
  })
}
