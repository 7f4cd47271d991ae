import type { SufficientStatistics } from '../merging/statistics.ts'
import type { Item } from '../models/item.ts'
import { chancesAtMiddle } from './reference-ability.ts'
import { eachWithout, scoreDistribution } from './score-distribution.ts'

/** Value and derivatives of the conditional log-likelihood by all intercepts. */
export type ConditionalDerivatives = {
  logLikelihood: number
  gradient: Float64Array
  /** minus the second derivatives, size × size */
  information: Float64Array
}

/**
 * The likelihood of the answers given every person's score, with ∝ exp(kθ + intercept[k − 1]) for category k.
 *
 * @param intercepts per item and category 1…highest, in one row
 */
export function conditionalDerivatives(
  { cells, highest, categoryCounts }: SufficientStatistics,
  intercepts: Float64Array,
): ConditionalDerivatives {
  const offset = [0]
  for (const top of highest) offset.push(offset.at(-1)! + top)
  const size = offset.at(-1)!
  const gradient = new Float64Array(size)
  const information = new Float64Array(size * size)
  let logLikelihood = 0
  for (const [item, counts] of categoryCounts.entries()) {
    for (let k = 1; k < counts.length; k++) {
      const at = offset[item]! + k - 1
      gradient[at] = counts[k]!
      logLikelihood += counts[k]! * intercepts[at]!
    }
  }
  for (const cell of cells) {
    const items = cell.answered.map((item): Item => {
      return {
        kind: 'partialCredit',
        slope: 1,
        intercepts: [...intercepts.subarray(offset[item]!, offset[item + 1]!)],
      }
    })
    logLikelihood += addCell(cell.answered, cell.scoreCounts, items, offset, gradient, information)
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++)
      information[column * size + row] = information[row * size + column]!
  }
  return { logLikelihood, gradient, information }
}

function addCell(
  answered: readonly number[],
  scoreCounts: readonly number[],
  items: readonly Item[],
  offset: readonly number[],
  gradient: Float64Array,
  information: Float64Array,
): number {
  const size = gradient.length
  const chances = chancesAtMiddle(items)
  const all = scoreDistribution(chances)
  // log γ(s) = log P(S = s) at the middle ability + Σ log Z − s·ability; the last two stand in the first item's
  // chances: exp(kθ + intercept) = chance(k) / chance(0).
  const [logZ, theta] = normalisers(items, chances)
  const ratios = all.map((chance, score) => (scoreCounts[score]! > 0 ? scoreCounts[score]! / chance : 0))
  let logLikelihood = 0
  for (const [score, count] of scoreCounts.entries()) {
    if (count > 0) logLikelihood -= count * (Math.log(all[score]!) + logZ - score * theta)
  }
  // P(X = k | s), the sum over items of which builds the information.
  const given = new Float64Array(items.reduce((sum, item) => sum + item.intercepts.length, 0) * all.length)
  const places: number[] = []
  const rowOf: number[] = []
  for (const [at, item] of answered.entries()) {
    rowOf[at] = places.length
    for (let k = 1; k <= items[at]!.intercepts.length; k++) places.push(offset[item]! + k - 1)
  }
  eachWithout(chances, (at, others) => {
    for (let k = 1; k < chances[at]!.length; k++) {
      const row = rowOf[at]! + k - 1
      let expected = 0
      for (let score = 0; score < others.length; score++) {
        const joint = chances[at]![k]! * others[score]!
        given[row * all.length + score + k] = joint / all[score + k]!
        expected += ratios[score + k]! * joint
      }
      gradient[places[row]!]! -= expected
      information[places[row]! * size + places[row]!]! += expected
    }
    if (at > 0) addPairs(at, chances, ratios, rowOf, places, size, information)
  })
  for (let one = 0; one < places.length; one++) {
    for (let other = 0; other <= one; other++) {
      let sum = 0
      for (let score = 0; score < all.length; score++) {
        sum +=
          (scoreCounts[score] ?? 0) * given[one * all.length + score]! * given[other * all.length + score]!
      }
      information[places[one]! * size + places[other]!]! -= sum
    }
  }
  return logLikelihood
}

/** Adds P(both categories | score) for an item and all items before it. */
function addPairs(
  at: number,
  chances: readonly ArrayLike<number>[],
  ratios: Float64Array,
  rowOf: readonly number[],
  places: readonly number[],
  size: number,
  information: Float64Array,
): void {
  const before = chances.slice(0, at)
  const after = scoreDistribution(chances.slice(at + 1))
  // The items after are common to all pairs, so they join the first of the rest.
  eachWithout([...before, after], (other, others) => {
    if (other >= at) return
    for (let k = 1; k < chances[at]!.length; k++) {
      for (let l = 1; l < chances[other]!.length; l++) {
        let sum = 0
        for (let score = 0; score < others.length; score++) sum += ratios[score + k + l]! * others[score]!
        const joint = sum * chances[at]![k]! * chances[other]![l]!
        information[places[rowOf[at]! + k - 1]! * size + places[rowOf[other]! + l - 1]!]! += joint
      }
    }
  })
}

/** Σ log Z over the items, and the ability that the chances belong to. */
function normalisers(items: readonly Item[], chances: readonly number[][]): [number, number] {
  const logZ = chances.reduce((sum, item) => sum - Math.log(item[0]!), 0)
  const theta = Math.log(chances[0]![1]! / chances[0]![0]!) - items[0]!.intercepts[0]!
  return [logZ, theta]
}
