import { checkTable, marginsOf } from './counts.ts'

/** More partly filled tables than this are refused; so many take about a second. */
const MOST_TRIED = 3e6

/** Tables this near in log probability are equally likely. */
const SAME = 1e-7

/** Log probabilities are kept to this many parts of 1, so that equal ones meet. */
const PARTS = 1e9

/**
 * Fisher's exact test for tables of any shape (Freeman–Halton): the probability, with these margins and no
 * association, of all tables no more likely than this one. For small counts, where χ² is rough.
 *
 * Columns are filled one after another. What is left for the rows is all that matters for the rest, so tables
 * that have come to the same rests with the same probability are followed together, and no further than until it is
 * certain on which side of the observed table they will be.
 *
 * @param table counts, `rows × columns`, whole numbers
 * @throws RangeError when rows differ in length, a count is not whole or negative, fewer than two rows or columns
 * have anyone, or more than three million partly filled tables would have to be looked at
 * @see Freeman & Halton (1951), Biometrika 38; Mehta & Patel (1983), JASA 78(382), for the network; agrees with R
 * `fisher.test`
 */
export function freemanHaltonTest(table: readonly (readonly number[])[]): { p: number } {
  const counts = checkTable('freemanHaltonTest', table)
  const { rows, columns, total } = marginsOf(counts)
  // The longer margin is filled step by step, its largest part first, from what is left of the shorter one.
  const [rests, steps] = rows.length <= columns.length ? [rows, columns] : [columns, rows]
  const network: Network = {
    columns: steps.toSorted((a, b) => b - a),
    logFactorials: logFactorialsTo(total),
    bounds: steps.map(() => new Map()),
    tried: 0,
    refusal: `freemanHaltonTest: a ${rows.length} × ${columns.length} table of ${total} has too many others with its margins; use chiSquareTest`,
  }
  const others = rests.toSorted((a, b) => a - b).slice(0, -1)
  const nodes = others.reduce((ways, rest) => ways * (rest + 1), 1)
  if (nodes > MOST_TRIED || (total + 1) ** others.length > Number.MAX_SAFE_INTEGER)
    throw new RangeError(network.refusal)
  const sumOf = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + network.logFactorials[value]!, 0)
  const observed = sumOf(rows) + sumOf(columns) - sumOf(counts.flat()) - sumOf([total])
  return { p: Math.min(1, chanceUpTo(network, rests, observed + SAME)) }
}

/** The columns to fill, and what is known about filling them. */
type Network = {
  columns: readonly number[]
  logFactorials: Float64Array
  /** For each column, by what is left before it: least and greatest log probability of what follows. */
  bounds: Map<number, Bounds>[]
  tried: number
  refusal: string
}

type Bounds = { least: number; most: number }

/** What is left for the rows, and the chances of all ways to have come there, by log probability. */
type Node = { rest: readonly number[]; pasts: Map<number, number> }

/** A way to fill a column: what it leaves, sorted and as one number, and the log of its probability. */
type Filling = { key: number; rest: readonly number[]; log: number }

/** Chance of all tables whose log probability is at most `limit`. */
function chanceUpTo(network: Network, rests: readonly number[], limit: number): number {
  let chance = 0
  let nodes = new Map<number, Node>([[0, { rest: rests, pasts: new Map([[0, 1]]) }]])
  network.columns.forEach((_, at) => {
    const next = new Map<number, Node>()
    for (const { rest, pasts } of nodes.values()) {
      eachFilling(network, rest, at, (filling) => {
        const { least, most } = boundsFrom(network, filling, at + 1)
        countTried(network, pasts.size)
        for (const [past, weight] of pasts) {
          const log = past / PARTS + filling.log
          const own = weight * Math.exp(filling.log)
          if (log + most <= limit) chance += own
          else if (log + least <= limit) add(next, filling, Math.round(log * PARTS), own)
        }
      })
    }
    nodes = next
  })
  return chance
}

function boundsFrom(network: Network, { key, rest }: Filling, at: number): Bounds {
  const known = network.bounds[at]!.get(key)
  if (known) return known
  // The last column takes what is left.
  if (at >= network.columns.length - 1) return { least: 0, most: 0 }
  const found = { least: Infinity, most: -Infinity }
  eachFilling(network, rest, at, (filling) => {
    const { least, most } = boundsFrom(network, filling, at + 1)
    found.least = Math.min(found.least, filling.log + least)
    found.most = Math.max(found.most, filling.log + most)
  })
  network.bounds[at]!.set(key, found)
  return found
}

/** Visits all ways to fill a column from what is left. */
function eachFilling(
  network: Network,
  rest: readonly number[],
  at: number,
  visit: (filling: Filling) => void,
): void {
  const { logFactorials: logs, columns } = network
  const base = logs.length
  const logChoices = (n: number, k: number) => logs[n]! - logs[k]! - logs[n - k]!
  const column = columns[at]!
  const whole = rest.reduce((sum, count) => sum + count, 0)
  const left = [...rest]
  const fill = (row: number, toFill: number, after: number, log: number): void => {
    const most = rest[row]
    if (most === undefined) {
      const sorted = left.toSorted((a, b) => a - b)
      // The smallest follows from the others.
      const key = sorted.slice(1).reduce((code, count) => code * base + count, 0)
      countTried(network, 1)
      visit({ key, rest: sorted, log })
      return
    }
    for (let k = Math.max(0, toFill - after + most); k <= Math.min(most, toFill); k++) {
      left[row] = most - k
      fill(row + 1, toFill - k, after - most, log + logChoices(most, k))
    }
  }
  fill(0, column, whole, -logChoices(whole, column))
}

function countTried(network: Network, more: number): void {
  network.tried += more
  if (network.tried > MOST_TRIED) throw new RangeError(network.refusal)
}

function add(nodes: Map<number, Node>, { key, rest }: Filling, past: number, weight: number): void {
  const node = nodes.get(key) ?? { rest, pasts: new Map() }
  nodes.set(key, node)
  node.pasts.set(past, (node.pasts.get(past) ?? 0) + weight)
}

function logFactorialsTo(most: number): Float64Array {
  const logs = new Float64Array(most + 1)
  for (let n = 1; n <= most; n++) logs[n] = logs[n - 1]! + Math.log(n)
  return logs
}
