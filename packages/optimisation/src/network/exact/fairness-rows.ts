import { areasOf, longestNewWay, worstAreaMinutes } from '../model/fairness.ts'
import type { Network } from '../model/network.ts'
import { type Decision, sharesOf } from '../report/decision.ts'
import type { ModelRows } from './rows.ts'

/** Columns of the terms of fairness, each only where it has a weight. */
export type FairnessColumns = {
  longest: number | undefined
  worstArea: number | undefined
  /** By way (`blocks × sites`): whether any part of a block that may split goes it. */
  isGone: ReadonlyMap<number, number>
}

/**
 * Adds the longest new way and the worst mean of an area.
 *
 * @param go columns of the share of each block at each site, `blocks × sites`; −1 where the way is not in
 */
export function addFairness(network: Network, rows: ModelRows, go: Int32Array): FairnessColumns {
  const { longest = 0, worstArea = 0 } = network.problem.fairness ?? {}
  const isGone = new Map<number, number>()
  const column = (weight: number) =>
    weight > 0 ? rows.column(weight, 0, Number.POSITIVE_INFINITY, false) : undefined
  const columns = { longest: column(longest), worstArea: column(worstArea), isGone }
  if (columns.longest !== undefined) addLongest(network, rows, go, columns.longest, isGone)
  if (columns.worstArea !== undefined) addWorstArea(network, rows, go, columns.worstArea)
  return columns
}

/** The mean way of a block is a bound of its longest; of blocks that may split each way gone is one of its own. */
function addLongest(
  network: Network,
  rows: ModelRows,
  go: Int32Array,
  most: number,
  isGone: Map<number, number>,
): void {
  const { blocks, siteCount, longest } = network
  blocks.forEach(({ isWhole }, b) => {
    const terms: [number, number][] = [[most, 1]]
    for (let at = b * siteCount; at < (b + 1) * siteCount; at++) {
      const share = go[at]!
      const minutes = longest[at]!
      if (share < 0 || minutes === 0) continue
      terms.push([share, -minutes])
      if (isWhole) continue
      const gone = rows.column(0, 0, 1, true)
      isGone.set(at, gone)
      rows.row(Number.NEGATIVE_INFINITY, 0, [
        [share, 1],
        [gone, -1],
      ])
      rows.row(0, Number.POSITIVE_INFINITY, [
        [most, 1],
        [gone, -minutes],
      ])
    }
    rows.row(0, Number.POSITIVE_INFINITY, terms)
  })
}

function addWorstArea(network: Network, rows: ModelRows, go: Int32Array, most: number): void {
  const { problem, siteCount } = network
  for (const { pupils, ways } of areasOf(network)) {
    const terms = new Map<number, number>([[most, 1]])
    for (const { unit, block, pupils: count } of ways) {
      for (let site = 0; site < siteCount; site++) {
        const share = go[block * siteCount + site]!
        if (share < 0) continue
        const minutes = (count / pupils) * problem.travel[unit * siteCount + site]!
        terms.set(share, (terms.get(share) ?? 0) - minutes)
      }
    }
    rows.row(0, Number.POSITIVE_INFINITY, terms)
  }
}

/** Fills the columns of fairness in as a decision has them. */
export function writeFairness(
  network: Network,
  { longest, worstArea, isGone }: FairnessColumns,
  decision: Decision,
  values: Float64Array,
): void {
  const shares = sharesOf(network, decision)
  if (longest !== undefined) values[longest] = longestNewWay(network, shares)
  if (worstArea !== undefined) values[worstArea] = worstAreaMinutes(network, shares)
  for (const [at, column] of isGone) values[column] = decision.share[at]! > 0 ? 1 : 0
}
