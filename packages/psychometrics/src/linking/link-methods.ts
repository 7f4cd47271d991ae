import { checkNumbers } from '../models/check-items.ts'
import {
  categoryProbabilities,
  difficultyOf,
  expectedPoints,
  type Item,
  itemFromThresholds,
  thresholdsOf,
} from '../models/item.ts'
import { gaussHermite } from '../numerics/gauss-hermite.ts'
import { leastSquares } from '../numerics/least-squares.ts'

/** The line that carries abilities and difficulties of one scale to another: slope·θ + shift. */
export type Link = { readonly slope: number; readonly shift: number }

export type LinkMethod = 'mean-mean' | 'mean-sigma' | 'haebara' | 'stocking-lord'

export type LinkOptions = {
  method: LinkMethod
  /** `true` fixes the slope at 1, as Rasch and partial credit scales demand */
  shiftOnly?: boolean
  /** abilities on the target scale over which curves are compared; 30 Gauss–Hermite nodes of N(0, 1) when left out */
  nodes?: Float64Array
  /** one for each of the nodes given; all 1 when left out */
  weights?: Float64Array
}

/**
 * Links the scale of `from` to that of `to` by common items.
 *
 * Haebara compares the curves of every category of every item, Stocking–Lord the expected score on all; both on
 * the target scale.
 *
 * @param from common items as calibrated on the scale to be carried over
 * @param to the same items on the target scale
 * @throws RangeError when lengths differ, there is no item or one is no number, mean–sigma has fewer than two, or
 *   slopes or difficulties give no line that rises
 * @see Kolen & Brennan (2014), Test Equating, ch. 6; agrees with R `equateIRT` as the README shows
 */
export function linkScales(
  from: readonly Item[],
  to: readonly Item[],
  options: LinkOptions,
): Link & { converged: boolean } {
  if (from.length !== to.length || from.length === 0) {
    throw new RangeError(`linkScales: ${from.length} items to be linked with ${to.length}`)
  }
  const odd = from.findIndex(
    (item, at) => item.intercepts.length !== to[at]!.intercepts.length || item.kind !== to[at]!.kind,
  )
  if (odd >= 0) throw new RangeError(`linkScales: item ${odd} differs in categories or kind`)
  checkNumbers('linkScales', from)
  checkNumbers('linkScales', to)
  const { method, shiftOnly = false } = options
  if (method === 'mean-mean' || method === 'mean-sigma') {
    return { ...momentLink(from, to, method, shiftOnly), converged: true }
  }
  const { nodes, weights } = nodesOf(options)
  const start = momentLink(from, to, 'mean-mean', shiftOnly)
  const residuals = method === 'haebara' ? itemResiduals : testResiduals
  const solved = leastSquares(shiftOnly ? [start.shift] : [start.slope, start.shift], (x) => {
    const link = shiftOnly ? { slope: 1, shift: x[0]! } : { slope: x[0]!, shift: x[1]! }
    return residuals(from, to, link, nodes, weights)
  })
  const [first = 1, second = 0] = solved.x
  return { slope: shiftOnly ? 1 : first, shift: shiftOnly ? first : second, converged: solved.converged }
}

function nodesOf({ nodes, weights }: LinkOptions): { nodes: Float64Array; weights: Float64Array } {
  if (weights && weights.length !== nodes?.length) {
    throw new RangeError(`linkScales: ${weights.length} weights for ${nodes?.length ?? 'no'} nodes`)
  }
  return nodes ? { nodes, weights: weights ?? new Float64Array(nodes.length).fill(1) } : gaussHermite(30)
}

/** An item carried to the target scale. */
export function carryItem(item: Item, { slope, shift }: Link): Item {
  const thresholds = thresholdsOf(item).map((threshold) => slope * threshold + shift)
  return itemFromThresholds(thresholds, item.slope / slope, item.kind)
}

function momentLink(
  from: readonly Item[],
  to: readonly Item[],
  method: 'mean-mean' | 'mean-sigma',
  shiftOnly: boolean,
): Link {
  const [before, after] = [from.flatMap(thresholdsOf), to.flatMap(thresholdsOf)]
  let slope = 1
  if (!shiftOnly && method === 'mean-mean')
    slope = meanOf(from.map((item) => item.slope)) / meanOf(to.map((item) => item.slope))
  if (!shiftOnly && method === 'mean-sigma') {
    if (before.length < 2)
      throw new RangeError(`linkScales: ${before.length} threshold is too few for mean-sigma`)
    slope = spreadOf(after) / spreadOf(before)
  }
  if (!(slope > 0 && slope < Infinity)) {
    throw new RangeError(`linkScales: ${method} finds the slope ${slope}, which is not above 0`)
  }
  return { slope, shift: meanOf(to.map(difficultyOf)) - slope * meanOf(from.map(difficultyOf)) }
}

function itemResiduals(
  from: readonly Item[],
  to: readonly Item[],
  link: Link,
  nodes: Float64Array,
  weights: Float64Array,
): Float64Array {
  const residuals: number[] = []
  for (const [at, item] of from.entries()) {
    const carried = carryItem(item, link)
    for (const [q, theta] of nodes.entries()) {
      const root = Math.sqrt(weights[q]!)
      const [seen, due] = [categoryProbabilities(carried, theta), categoryProbabilities(to[at]!, theta)]
      for (let k = 0; k < seen.length; k++) residuals.push(root * (due[k]! - seen[k]!))
    }
  }
  return Float64Array.from(residuals)
}

function testResiduals(
  from: readonly Item[],
  to: readonly Item[],
  link: Link,
  nodes: Float64Array,
  weights: Float64Array,
): Float64Array {
  const carried = from.map((item) => carryItem(item, link))
  return nodes.map((theta, q) => {
    const points = (items: readonly Item[]) =>
      items.reduce((sum, item) => sum + expectedPoints(item, theta).mean, 0)
    return Math.sqrt(weights[q]!) * (points(to) - points(carried))
  })
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
}
