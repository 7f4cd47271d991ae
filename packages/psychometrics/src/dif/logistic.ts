import { chiSquareCdf, solveCholesky } from '@izaugsme/statistics'
import type { Responses } from '../data/responses.ts'
import { logistic } from '../models/item.ts'
import { definiteFactor } from '../numerics/symmetric.ts'
import {
  adjustTested,
  FEWEST_FOCAL,
  groupSizes,
  type MatchedPerson,
  matchedPersons,
  prepareMatching,
} from './matching.ts'

/** Likelihood-ratio tests of an item: of the group, of group × score, and of both; NaN when it was not tested. */
export type LogisticItemDif = {
  /** `not tested` when fewer than asked of either group answered it, or all gave the same answer */
  readonly status: 'tested' | 'not tested'
  /** persons of each group who answered it */
  readonly focal: number
  readonly reference: number
  /** a constant advantage of one group; effect in logits, above 0 favours the focal group */
  readonly uniform: { statistic: number; p: number; adjustedP: number; effect: number }
  /** an advantage that changes with ability */
  readonly nonUniform: { statistic: number; p: number; adjustedP: number }
  readonly both: { statistic: number; p: number; adjustedP: number }
  /** what group and interaction add to Nagelkerke's R²; below 0.035 negligible (Jodoin & Gierl) */
  readonly addedR2: number
  readonly converged: boolean
}

/** As `DifResult` of Mantel–Haenszel. */
export type LogisticDifResult = {
  readonly status: 'tested' | 'not tested'
  readonly focal: number
  readonly reference: number
  readonly items: readonly LogisticItemDif[]
}

/**
 * Differential item functioning by logistic regression on score, group and their product: the second look, which
 * also sees items that favour one group among the weak and the other among the able.
 *
 * @param isFocal per person whether it is of the focal group
 * @param fewest persons in either group, for each item too; 100 when left out
 * @throws RangeError when an item has more than two categories, or lengths differ
 * @see Swaminathan & Rogers (1990), Journal of Educational Measurement 27(4); agrees with R `glm`
 */
export function logisticDif(
  data: Responses,
  isFocal: readonly boolean[],
  fewest = FEWEST_FOCAL,
): LogisticDifResult {
  const several = data.highest.findIndex((top) => top > 1)
  if (several >= 0) {
    throw new RangeError(`logisticDif: item ${several} has highest category ${data.highest[several]}, not 1`)
  }
  const { setOf, focal, reference } = prepareMatching('logisticDif', data, isFocal)
  if (!(Math.min(focal, reference) >= fewest)) return { status: 'not tested', focal, reference, items: [] }
  const all = new Set(Array.from({ length: data.items }, (_, item) => item))
  const tested = Array.from({ length: data.items }, (_, item) =>
    testItem(matchedPersons(data, isFocal, item, all, setOf), fewest),
  )
  const adjusted = (['uniform', 'nonUniform', 'both'] as const).map((kind) =>
    adjustTested(tested.map((item) => item[kind].p)),
  )
  const items = tested.map((item, at) => ({
    ...item,
    uniform: { ...item.uniform, adjustedP: adjusted[0]![at]! },
    nonUniform: { ...item.nonUniform, adjustedP: adjusted[1]![at]! },
    both: { ...item.both, adjustedP: adjusted[2]![at]! },
  }))
  return { status: 'tested', focal, reference, items }
}

function testItem(persons: readonly MatchedPerson[], fewest: number) {
  const sizes = groupSizes(persons)
  const answered = (wanted: number) => persons.some(({ value, weight }) => value === wanted && weight > 0)
  const isTested = Math.min(sizes.focal, sizes.reference) >= fewest && answered(0) && answered(1)
  const status: LogisticItemDif['status'] = isTested ? 'tested' : 'not tested'
  return { status, ...sizes, ...(isTested ? compareFits(persons) : UNKNOWN) }
}

const UNKNOWN: ReturnType<typeof compareFits> = {
  uniform: { statistic: Number.NaN, p: Number.NaN, effect: Number.NaN },
  nonUniform: { statistic: Number.NaN, p: Number.NaN },
  both: { statistic: Number.NaN, p: Number.NaN },
  addedR2: Number.NaN,
  converged: false,
}

function compareFits(persons: readonly MatchedPerson[]) {
  const total = persons.reduce((sum, { weight }) => sum + weight, 0)
  const middle = persons.reduce((sum, { score, weight }) => sum + weight * score, 0) / total
  // Centring leaves the tests as they are and the numbers tame.
  const columns = persons.map(({ score, isFocal }) => {
    const [x, group] = [score - middle, isFocal ? 1 : 0]
    return [1, x, group, x * group]
  })
  const fit = (size: number) => fitLogistic(columns, persons, size)
  const [none, score, group, product] = [fit(1), fit(2), fit(3), fit(4)]
  const test = (small: typeof none, large: typeof none, df: number) => {
    const statistic = Math.max(0, 2 * (large.logLikelihood - small.logLikelihood))
    return { statistic, p: chiSquareCdf(statistic, df, 'upper') }
  }
  const nagelkerke = ({ logLikelihood }: typeof none) => {
    const explained = 1 - Math.exp((2 * (none.logLikelihood - logLikelihood)) / total)
    return explained / (1 - Math.exp((2 * none.logLikelihood) / total))
  }
  return {
    uniform: { ...test(score, group, 1), effect: group.coefficients[2]! },
    nonUniform: test(group, product, 1),
    both: test(score, product, 2),
    addedR2: nagelkerke(product) - nagelkerke(score),
    converged: [score, group, product].every((each) => each.converged),
  }
}

function fitLogistic(columns: readonly number[][], persons: readonly MatchedPerson[], size: number) {
  let coefficients = new Float64Array(size)
  let [logLikelihood, converged] = [-Infinity, false]
  for (let step = 0; step < 50 && !converged; step++) {
    const gradient = new Float64Array(size)
    const information = new Float64Array(size * size)
    logLikelihood = 0
    for (const [at, { value, weight }] of persons.entries()) {
      const row = columns[at]!
      let z = 0
      for (let a = 0; a < size; a++) z += coefficients[a]! * row[a]!
      const chance = logistic(z)
      logLikelihood += weight * Math.log(value === 1 ? chance : logistic(-z))
      for (let a = 0; a < size; a++) {
        gradient[a]! += weight * (value - chance) * row[a]!
        for (let b = 0; b <= a; b++)
          information[a * size + b]! += weight * chance * (1 - chance) * row[a]! * row[b]!
      }
    }
    const factor = definiteFactor(information, size)
    if (!factor) break
    const change = solveCholesky(factor, size, gradient)
    coefficients = coefficients.map((each, a) => each + change[a]!)
    converged = Math.max(...change.map(Math.abs)) < 1e-9
  }
  return { coefficients, logLikelihood, converged }
}
