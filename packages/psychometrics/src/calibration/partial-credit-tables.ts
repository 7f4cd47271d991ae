import type { Grid } from './grid.ts'
import type { Layout, Parameters } from './parameters.ts'

/** Values of every partial credit item at every node. */
export type PartialCreditTables = {
  /** items × nodes: logarithm of the sum over categories */
  readonly logSum: Float64Array
  /** intercepts × nodes: chance of the category */
  readonly chance: Float64Array
  /** items × nodes: expected category */
  readonly mean: Float64Array
}

/** Computes the tables; called once an E-step. */
export function partialCreditTables(
  layout: Layout,
  { slopes, intercepts }: Parameters,
  { nodes }: Grid,
): PartialCreditTables {
  const { items, offset, highest } = layout
  const size = nodes.length
  const logSum = new Float64Array(items * size)
  const chance = new Float64Array(offset[items]! * size)
  const mean = new Float64Array(items * size)
  for (let item = 0; item < items; item++) {
    const [slope, first, top] = [slopes[item]!, offset[item]!, highest[item]!]
    for (let q = 0; q < size; q++) {
      const linear = slope * nodes[q]!
      let most = 0
      for (let k = 1; k <= top; k++) most = Math.max(most, k * linear + intercepts[first + k - 1]!)
      let sum = Math.exp(-most)
      for (let k = 1; k <= top; k++) {
        const weight = Math.exp(k * linear + intercepts[first + k - 1]! - most)
        chance[(first + k - 1) * size + q] = weight
        sum += weight
      }
      logSum[item * size + q] = most + Math.log(sum)
      let expected = 0
      for (let k = 1; k <= top; k++) {
        const at = (first + k - 1) * size + q
        chance[at]! /= sum
        expected += k * chance[at]!
      }
      mean[item * size + q] = expected
    }
  }
  return { logSum, chance, mean }
}
