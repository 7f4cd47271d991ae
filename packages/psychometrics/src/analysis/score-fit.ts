import { chiSquareCdf } from '@izaugsme/statistics'
import { logNormalWeights } from '../calibration/grid.ts'
import { eachWithout } from '../conditional/score-distribution.ts'
import { MISSING, type Responses } from '../data/responses.ts'
import { checkItems, checkPopulation } from '../models/check-items.ts'
import { categoryProbabilities, type Item } from '../models/item.ts'
import { posteriorGrid } from '../scores/posterior-grid.ts'

/** Fit of an item by score groups. */
export type ScoreFit = {
  readonly statistic: number
  readonly df: number
  readonly p: number
  /** groups of scores after merging, each with what was seen and what the model expects */
  readonly groups: readonly ScoreGroup[]
}

/** Persons of neighbouring sum scores. */
export type ScoreGroup = {
  readonly scores: readonly [number, number]
  readonly persons: number
  /** share of each category */
  readonly observed: readonly number[]
  readonly expected: readonly number[]
}

/**
 * S-X² (Orlando & Thissen; Kang & Chen for several categories): among persons with the same sum score, are the
 * item's categories as frequent as the model says? Needs persons who answered every item; neighbouring scores
 * are merged until each expected count is at least `leastExpected`.
 *
 * @param population mean and sd of ability
 * @param freeParameters of each item, taken from the degrees of freedom; when left out, one for each intercept and
 *   one for a slope that is not 1
 * @throws RangeError when items and answers do not fit, the population has no spread, or nobody answered every item
 * @see Orlando & Thissen (2000), Applied Psychological Measurement 24(1)
 */
export function scoreFit(
  data: Responses,
  items: readonly Item[],
  population: { mean: number; sd: number },
  freeParameters: (item: Item) => number = (item) => item.intercepts.length + Number(item.slope !== 1),
  leastExpected = 1,
): ScoreFit[] {
  checkItems('scoreFit', data, items)
  checkPopulation('scoreFit', population)
  const { observed, total } = observedByScore(data)
  if (total === 0) throw new RangeError('scoreFit: the number of persons who answered every item is 0')
  const expected = expectedByScore(items, population)
  return items.map((item, at) => {
    const rows = mergeScores(observed[at]!, expected[at]!, leastExpected)
    let [statistic, cells] = [0, 0]
    for (const { persons, observed: seen, expected: due } of rows) {
      for (const [category, share] of seen.entries())
        statistic += (persons * (share - due[category]!) ** 2) / due[category]!
      cells += seen.length - 1
    }
    const df = cells - freeParameters(item)
    return { statistic, df, p: df > 0 ? chiSquareCdf(statistic, df, 'upper') : Number.NaN, groups: rows }
  })
}

/** items × scores × categories, weighted counts of complete persons. */
function observedByScore({ persons, items, values, highest, weights }: Responses) {
  const most = highest.reduce((sum, top) => sum + top, 0)
  const observed = Array.from(highest, (top) =>
    Array.from({ length: most + 1 }, () => new Array<number>(top + 1).fill(0)),
  )
  let total = 0
  for (let person = 0; person < persons; person++) {
    const row = values.subarray(person * items, (person + 1) * items)
    if (row.includes(MISSING)) continue
    const weight = weights?.[person] ?? 1
    const score = row.reduce((sum, value) => sum + value, 0)
    total += weight
    for (let item = 0; item < items; item++) observed[item]![score]![row[item]!]! += weight
  }
  return { observed, total }
}

/** items × scores × categories: the chance of the category given the score. */
function expectedByScore(items: readonly Item[], { mean, sd }: { mean: number; sd: number }): number[][][] {
  const grid = posteriorGrid(items, Float64Array.of(mean), Float64Array.of(sd))
  const prior = logNormalWeights(grid, mean, sd).map(Math.exp)
  const most = items.reduce((sum, item) => sum + item.intercepts.length, 0)
  const joint = items.map((item) =>
    Array.from({ length: most + 1 }, () => new Array<number>(item.intercepts.length + 1).fill(0)),
  )
  for (const [q, theta] of grid.nodes.entries()) {
    if (prior[q]! < 1e-12) continue
    const chances = items.map((item) => categoryProbabilities(item, theta))
    eachWithout(chances, (item, others) => {
      for (const [category, chance] of chances[item]!.entries()) {
        for (let score = 0; score < others.length; score++) {
          joint[item]![score + category]![category]! += prior[q]! * chance * others[score]!
        }
      }
    })
  }
  return joint.map((scores) =>
    scores.map((categories) => {
      const sum = categories.reduce((total, chance) => total + chance, 0)
      return categories.map((chance) => chance / sum)
    }),
  )
}

/** Merges neighbouring scores, from both ends inwards, until all expected counts are large enough. */
function mergeScores(observed: number[][], expected: number[][], leastExpected: number): ScoreGroup[] {
  type Group = { from: number; to: number; persons: number; seen: number[]; due: number[] }
  const groups: Group[] = []
  // No points and all points say nothing about an item.
  for (let score = 1; score + 1 < observed.length; score++) {
    const persons = observed[score]!.reduce((sum, count) => sum + count, 0)
    if (persons > 0) {
      groups.push({
        from: score,
        to: score,
        persons,
        seen: observed[score]!,
        due: expected[score]!.map((share) => share * persons),
      })
    }
  }
  const tooThin = ({ due }: Group) => due.some((count) => count < leastExpected)
  const join = (a: Group, b: Group): Group => ({
    from: a.from,
    to: b.to,
    persons: a.persons + b.persons,
    seen: a.seen.map((count, at) => count + b.seen[at]!),
    due: a.due.map((count, at) => count + b.due[at]!),
  })
  while (groups.length > 1 && tooThin(groups[0]!)) groups.splice(0, 2, join(groups[0]!, groups[1]!))
  while (groups.length > 1 && tooThin(groups.at(-1)!))
    groups.splice(-2, 2, join(groups.at(-2)!, groups.at(-1)!))
  for (let at = 1; at + 1 < groups.length; ) {
    if (tooThin(groups[at]!)) groups.splice(at, 2, join(groups[at]!, groups[at + 1]!))
    else at++
  }
  return groups.map(({ from, to, persons, seen, due }) => ({
    scores: [from, to],
    persons,
    observed: seen.map((count) => count / persons),
    expected: due.map((count) => count / persons),
  }))
}
