import { answeredSets } from '../data/answered.ts'
import { planBooklets } from '../data/booklets.ts'
import { MISSING, type Responses } from '../data/responses.ts'
import type { SufficientStatistics } from '../merging/statistics.ts'

/** Persons (or scores that several persons share) in an order in which common work is done once. */
export type Rows = {
  /** items of each booklet */
  readonly booklets: readonly Int32Array[]
  readonly cells: readonly Cell[]
  /** per row how many persons it stands for */
  readonly weights: Float64Array
  /** per row its sum score; there when every slope is 1 */
  readonly scores?: Float64Array
  /** per cell and row the categories of the booklet's items, 0 for skipped; there when slopes differ */
  readonly categories?: Uint8Array
  /** per item and category 1…highest the number of answers, in the flat order of `Layout.offset` */
  readonly counts: Float64Array
  /** number of persons, weighted */
  readonly persons: number
}

/** Rows of one booklet and group. */
export type Cell = {
  readonly booklet: number
  readonly group: number
  readonly slices: readonly Slice[]
  /** where the cell's categories begin in `Rows.categories`, and its first row */
  readonly categoriesFrom: number
  readonly from: number
}

/** Rows of a cell that skipped the same items; mostly none. */
export type Slice = { readonly skipped: Int32Array; readonly from: number; readonly to: number }

type Block = { set: number; group: number; rows: number }

/** Rows of single persons, as the models with slopes need them. */
export function rowsOfPersons(data: Responses): Rows {
  const { sets, setOf } = answeredSets(data)
  const { groupCount, items, persons } = data
  const keyOf = (person: number) => setOf[person]! * groupCount + (data.groups?.[person] ?? 0)
  const counts = new Int32Array(sets.length * groupCount)
  for (let person = 0; person < persons; person++) counts[keyOf(person)]!++
  const blocks: Block[] = []
  for (const [key, rows] of counts.entries()) {
    const set = Math.floor(key / groupCount)
    if (rows > 0 && sets[set]!.length > 0) blocks.push({ set, group: key % groupCount, rows })
  }
  const { booklets, cells, order } = arrange(sets, blocks, items)
  const firstRow = new Int32Array(counts.length).fill(-1)
  for (const { set, group, from } of order) firstRow[set * groupCount + group] = from
  const last = order.at(-1)
  const weights = new Float64Array(last ? last.to : 0)
  const size = cells.reduce((sum, { booklet, slices, from }) => {
    return sum + (slices.at(-1)!.to - from) * booklets[booklet]!.length
  }, 0)
  const categories = new Uint8Array(size)
  const cellOf = new Map(order.map(({ set, group, cell }) => [set * groupCount + group, cell]))
  for (let person = 0; person < persons; person++) {
    const key = keyOf(person)
    const row = firstRow[key]!
    if (row < 0) continue
    firstRow[key] = row + 1
    weights[row] = data.weights?.[person] ?? 1
    const cell = cells[cellOf.get(key)!]!
    const booklet = booklets[cell.booklet]!
    const to = cell.categoriesFrom + (row - cell.from) * booklet.length
    const start = person * items
    for (let at = 0; at < booklet.length; at++) {
      const value = data.values[start + booklet[at]!]!
      if (value !== MISSING) categories[to + at] = value
    }
  }
  return {
    booklets,
    cells,
    weights,
    categories,
    counts: categoryTotals(data),
    persons: weights.reduce((sum, weight) => sum + weight, 0),
  }
}

/** Rows of scores: all that the Rasch and partial credit models need, however many persons there are. */
export function rowsOfScores(statistics: SufficientStatistics): Rows {
  const { cells: given, items } = statistics
  const sets = given.map((cell) => Int32Array.from(cell.answered))
  const scored = given.map((cell) => [...cell.scoreCounts.entries()].filter(([, count]) => count > 0))
  const blocks = given.map((cell, set) => ({ set, group: cell.group, rows: scored[set]!.length }))
  const { booklets, cells, order } = arrange(sets, blocks, items)
  const size = order.at(-1)?.to ?? 0
  const weights = new Float64Array(size)
  const scores = new Float64Array(size)
  for (const { set, from } of order) {
    for (const [at, [score, count]] of scored[set]!.entries()) {
      scores[from + at] = score
      weights[from + at] = count
    }
  }
  return {
    booklets,
    cells,
    weights,
    scores,
    counts: Float64Array.from(statistics.categoryCounts.flatMap((each) => each.slice(1))),
    persons: weights.reduce((sum, weight) => sum + weight, 0),
  }
}

/** Puts blocks of the same booklet and group beside each other, and lays cells over them. */
function arrange(sets: readonly Int32Array[], blocks: readonly Block[], items: number) {
  const counts = new Float64Array(sets.length)
  for (const { set, rows } of blocks) counts[set]! += rows
  const { distinct, numberOf } = distinctSets(sets)
  const distinctCounts = new Float64Array(distinct.length)
  for (const [set, number] of numberOf.entries()) distinctCounts[number]! += counts[set]!
  const { booklets, bookletOf, skipped } = planBooklets(distinct, distinctCounts, items)
  const cells: Cell[] = []
  const order: (Block & { from: number; to: number; cell: number })[] = []
  let [row, categoriesFrom] = [0, 0]
  const blocksOfCells = Map.groupBy(blocks, ({ set, group }) => `${bookletOf[numberOf[set]!]!}:${group}`)
  for (const members of blocksOfCells.values()) {
    const { set: first, group } = members[0]!
    const booklet = bookletOf[numberOf[first]!]!
    const slices: Slice[] = []
    const cell = cells.push({ booklet, group, slices, categoriesFrom, from: row }) - 1
    for (const block of members) {
      const to = row + block.rows
      slices.push({ skipped: skipped[numberOf[block.set]!]!, from: row, to })
      order.push({ ...block, from: row, to, cell })
      row = to
    }
    categoriesFrom += (row - cells[cell]!.from) * booklets[booklet]!.length
  }
  return { booklets, cells, order }
}

/** Statistics of several groups name the same set more than once. */
function distinctSets(sets: readonly Int32Array[]): { distinct: Int32Array[]; numberOf: Int32Array } {
  const numbers = new Map<string, number>()
  const distinct: Int32Array[] = []
  const numberOf = Int32Array.from(sets, (set) => {
    const key = set.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, distinct.push(set) - 1)
    return distinct.length - 1
  })
  return { distinct, numberOf }
}

function categoryTotals({ values, highest, weights, items, persons }: Responses): Float64Array {
  const offset = new Int32Array(items + 1)
  for (let item = 0; item < items; item++) offset[item + 1] = offset[item]! + highest[item]!
  const totals = new Float64Array(offset[items]!)
  for (let person = 0; person < persons; person++) {
    const weight = weights?.[person] ?? 1
    for (let item = 0; item < items; item++) {
      const value = values[person * items + item]!
      if (value !== MISSING && value > 0) totals[offset[item]! + value - 1]! += weight
    }
  }
  return totals
}
