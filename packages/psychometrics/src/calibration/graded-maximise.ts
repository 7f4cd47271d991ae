import { solveCholesky } from '@izaugsme/statistics'
import { definiteFactor } from '../numerics/symmetric.ts'
import { firstRowOf, type GradedCounts, gradedItemTable } from './graded-tables.ts'
import type { Grid } from './grid.ts'
import { copyOf, type Layout, type Parameters, pack } from './parameters.ts'
import { maximisePopulation } from './population.ts'

const MOST_STEPS = 30

/** The M-step of graded response: scoring steps item by item, kept where intercepts fall. */
export function maximiseGraded(
  layout: Layout,
  before: Parameters,
  { nodes }: Grid,
  counts: GradedCounts,
): Float64Array {
  const next = copyOf(before)
  for (let item = 0; item < layout.items; item++) {
    if (layout.interceptAt[item]! >= 0) maximiseItem(layout, nodes, counts, item, next)
  }
  maximisePopulation(layout, nodes, counts.population, next)
  return pack(layout, next)
}

function maximiseItem(
  layout: Layout,
  nodes: Float64Array,
  counts: GradedCounts,
  item: number,
  next: Parameters,
): void {
  const size = nodes.length
  const top = layout.highest[item]!
  const order = top + 1
  const expected = counts.expected.subarray(
    firstRowOf(layout, item) * size,
    (firstRowOf(layout, item) + order) * size,
  )
  const intercepts = next.intercepts.subarray(layout.offset[item]!, layout.offset[item + 1]!)
  const gradient = new Float64Array(order)
  const information = new Float64Array(order * order)
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    gradient.fill(0)
    information.fill(0)
    const { chance, scores } = gradedItemTable(next.slopes[item]!, intercepts, nodes)
    for (let q = 0; q < size; q++) {
      let persons = 0
      for (let k = 0; k < order; k++) persons += expected[k * size + q]!
      if (persons < 1e-12) continue
      for (let k = 0; k < order; k++) {
        const at = k * size + q
        for (let u = 0; u < order; u++) {
          const score = scores[u]![at]!
          gradient[u]! += expected[at]! * score
          for (let v = 0; v <= u; v++)
            information[u * order + v]! += persons * chance[at]! * score * scores[v]![at]!
        }
      }
    }
    const factor = definiteFactor(information, order)
    if (!factor) return
    const change = solveCholesky(factor, order, gradient)
    const largest = change.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
    let damp = largest > 1 ? 1 / largest : 1
    while (!falls(intercepts, change, damp)) damp /= 2
    next.slopes[item]! += damp * change[0]!
    for (let k = 0; k < top; k++) intercepts[k]! += damp * change[k + 1]!
    if (largest < 1e-7) return
  }
}

function falls(intercepts: Float64Array, change: Float64Array, damp: number): boolean {
  return intercepts.every((value, k) => {
    return k === 0 || value + damp * change[k + 1]! < intercepts[k - 1]! + damp * change[k]! - 1e-9
  })
}
