import type { Grid } from '../calibration/grid.ts'
import { PosteriorWalk, walkTable } from '../calibration/posterior-walk.ts'
import { answeredSets } from '../data/answered.ts'
import type { Responses } from '../data/responses.ts'
import { checkItems } from '../models/check-items.ts'
import { categoryProbabilities, type Item } from '../models/item.ts'
import { posteriorGrid } from './posterior-grid.ts'

/** The normal distribution that is assumed of each person before seeing the answers. */
export type Conditioning = {
  /** per person */
  readonly means: Float64Array
  /** the different standard deviations, and which of them a person has */
  readonly sds: Float64Array
  readonly sdOf: (person: number) => number
}

/** The posterior of a person; reused, copy what must stay. */
export type PosteriorVisit = {
  person: number
  mean: number
  variance: number
  /** logarithm of the marginal likelihood of the person's answers */
  logIntegral: number
  /** weights of the nodes from…to, not divided by `sum` */
  mass: Float64Array
  from: number
  to: number
  sum: number
  grid: Grid
}

/** A visitor of posteriors that can be sent out again with other priors, as regressions need. */
export type PosteriorTour = (conditioning: Conditioning, each: (visit: PosteriorVisit) => void) => void

/** Visits the posterior of every person once. */
export function eachPosterior(
  caller: string,
  data: Responses,
  items: readonly Item[],
  conditioning: Conditioning,
  each: (visit: PosteriorVisit) => void,
): void {
  posteriorTour(caller, data, items)(conditioning, each)
}

/**
 * Prepares tours over the posteriors. A normal prior only adds mean/sd² to a person's score and a parabola
 * common to all, so the walk of the calibration serves every person with a mean of their own.
 *
 * @throws RangeError when items and answers do not fit
 */
export function posteriorTour(caller: string, data: Responses, items: readonly Item[]): PosteriorTour {
  checkItems(caller, data, items)
  const { sets, setOf } = answeredSets(data)
  const isGraded = items.some((item) => item.kind === 'graded')
  const scores = new Float64Array(data.persons)
  const constants = new Float64Array(data.persons)
  if (!isGraded) addScores(data, items, scores, constants)
  const order = Array.from(setOf.keys()).sort((a, b) => setOf[a]! - setOf[b]!)
  return (conditioning, each) => {
    const { sds, sdOf, means } = conditioning
    const grid = posteriorGrid(items, means, sds)
    const size = grid.nodes.length
    const walk = new PosteriorWalk(size)
    walk.peak = size >> 1
    const logChances = items.map((item) => logTable(item, grid.nodes))
    const tables = new Map<number, ReturnType<typeof walkTable>>()
    let lastSet = -1
    const visit = { grid, mass: walk.mass } as PosteriorVisit
    for (const person of order) {
      const set = setOf[person]!
      if (set !== lastSet) tables.clear()
      lastSet = set
      const [which, mean] = [sdOf(person), means[person]!]
      const sd = sds[which]!
      let table = tables.get(which)
      if (!table || isGraded) {
        const base = grid.nodes.map((node) => -(node * node) / (2 * sd * sd))
        for (const item of sets[set]!) {
          const from = isGraded ? data.values[person * data.items + item]! * size : 0
          for (let q = 0; q < size; q++) base[q]! += logChances[item]![from + q]!
        }
        table = walkTable(grid.nodes, grid.step, base)
        tables.set(which, table)
      }
      walk.weigh(table, scores[person]! + mean / (sd * sd))
      visit.person = person
      visit.mean = walk.mean
      visit.variance = walk.variance(grid.nodes)
      visit.logIntegral =
        walk.logIntegral +
        constants[person]! -
        (mean * mean) / (2 * sd * sd) +
        Math.log(grid.step / (sd * Math.sqrt(2 * Math.PI)))
      visit.from = walk.from
      visit.to = walk.to
      visit.sum = walk.sum
      each(visit)
    }
  }
}

function addScores(
  data: Responses,
  items: readonly Item[],
  scores: Float64Array,
  constants: Float64Array,
): void {
  for (let person = 0; person < data.persons; person++) {
    for (let item = 0; item < data.items; item++) {
      const value = data.values[person * data.items + item]!
      if (value === 0 || value > data.highest[item]!) continue
      scores[person]! += items[item]!.slope * value
      constants[person]! += items[item]!.intercepts[value - 1]!
    }
  }
}

/** For partial credit the negative log of the sum over categories; for graded the log chance of each category. */
function logTable(item: Item, nodes: Float64Array): Float64Array {
  if (item.kind === 'partialCredit') {
    return nodes.map((node) => {
      const exponents = item.intercepts.map((each, at) => item.slope * (at + 1) * node + each)
      const most = Math.max(0, ...exponents)
      return -most - Math.log(exponents.reduce((sum, each) => sum + Math.exp(each - most), Math.exp(-most)))
    })
  }
  const size = nodes.length
  const table = new Float64Array((item.intercepts.length + 1) * size)
  for (const [q, node] of nodes.entries()) {
    for (const [category, chance] of categoryProbabilities(item, node).entries()) {
      table[category * size + q] = Math.log(Math.max(chance, 1e-290))
    }
  }
  return table
}
