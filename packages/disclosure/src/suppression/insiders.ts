import { DisjointSets } from '../attacker/disjoint-sets.ts'
import { isJudged } from '../release/measure.ts'
import type { Release, ReleaseCell } from '../release/release.ts'

/** Whether those who are alone in a cell, and so know it, are reckoned with. */
export type Insiders = 'protect' | 'ignore'

/** Refuses what would be taken for `ignore` by mistake. */
export function checkInsiders(caller: string, insiders: Insiders): void {
  if (insiders === 'protect' || insiders === 'ignore') return
  throw new RangeError(`${caller}: insiders ${insiders} is neither protect nor ignore`)
}

/**
 * What can be computed from within, whatever is hidden: who knows that they are all of a class knows that the rest of
 * it is empty.
 */
export type Insight = {
  /** The sensitive cell. */
  key: string
  /** The cells that have only the insider in them. */
  from: string[]
}

/**
 * Who is alone in each cell of a release: a number for each insider, −1 where there is nobody or several. An insider
 * is the one person of a cell that counts 1, or the one contributor of a sum; a sum that is equal to one of its
 * parts has the same insider.
 */
export function insidersOf({ cells, equations, measures }: Release): Int32Array {
  const isAlone = (cell: ReleaseCell) => isJudged(measures[cell.measure]) && hasOneContributor(cell)
  const sets = new DisjointSets(cells.length)
  const { starts, cells: entries, coefficients } = equations
  for (let row = 0; row + 1 < starts.length; row++) {
    const [from, to] = [starts[row]!, starts[row + 1]!]
    const alone = [...entries.subarray(from, to)].flatMap((at, n) => {
      const cell = cells[at]!
      return isAlone(cell) ? [{ at, signed: Math.sign(coefficients[from + n]!) * cell.value }] : []
    })
    for (const { at, signed } of alone) {
      for (const other of alone) if (other.signed === -signed) sets.join(at, other.at)
    }
  }
  return Int32Array.from(cells, (cell, at) => (isAlone(cell) ? sets.leaderOf(at) : -1))
}

function hasOneContributor({ aboutPersons, whole, value, largest: [largest = 0] }: ReleaseCell): boolean {
  return (aboutPersons && whole && value === 1) || (value > 0 && largest >= value)
}
