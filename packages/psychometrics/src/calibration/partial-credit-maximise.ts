import { solveCholesky } from '@izaugsme/statistics'
import { definiteFactor } from '../numerics/symmetric.ts'
import type { Grid } from './grid.ts'
import { copyOf, type Layout, type Parameters, pack } from './parameters.ts'
import type { PartialCreditCounts } from './partial-credit-visits.ts'
import { maximisePopulation } from './population.ts'
import type { Rows } from './rows.ts'

const MOST_STEPS = 25

/** The M-step: Newton steps item by item, moments for the groups. Returns the free parameters. */
export function maximisePartialCredit(
  layout: Layout,
  rows: Rows,
  before: Parameters,
  { nodes }: Grid,
  counts: PartialCreditCounts,
): Float64Array {
  const next = copyOf(before)
  for (let item = 0; item < layout.items; item++) {
    if (layout.interceptAt[item]! >= 0) maximiseItem(layout, rows, nodes, counts, item, next)
  }
  maximisePopulation(layout, nodes, counts.population, next)
  return pack(layout, next)
}

function maximiseItem(
  layout: Layout,
  rows: Rows,
  nodes: Float64Array,
  counts: PartialCreditCounts,
  item: number,
  next: Parameters,
): void {
  const size = nodes.length
  const top = layout.highest[item]!
  const first = layout.offset[item]!
  const free = layout.slopeAt[item]! >= 0 ? 1 : 0
  const order = top + free
  const gradient = new Float64Array(order)
  const hessian = new Float64Array(order * order)
  const chance = new Float64Array(top + 1)
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    hessian.fill(0)
    for (let k = 0; k < top; k++) gradient[free + k] = rows.counts[first + k]!
    if (free) gradient[0] = counts.slopeSums[item]!
    for (let q = 0; q < size; q++) {
      const persons = counts.answered[item * size + q]!
      if (persons < 1e-12) continue
      const { mean, variance } = chancesAt(nodes[q]!, next.slopes[item]!, next.intercepts, first, top, chance)
      if (free) {
        gradient[0]! -= persons * nodes[q]! * mean
        hessian[0]! += persons * nodes[q]! ** 2 * variance
      }
      for (let k = 1; k <= top; k++) {
        const row = free + k - 1
        const share = persons * chance[k]!
        gradient[row]! -= share
        hessian[row * order + row]! += share
        if (free) hessian[row * order]! += share * nodes[q]! * (k - mean)
        for (let l = 1; l <= k; l++) hessian[row * order + free + l - 1]! -= share * chance[l]!
      }
    }
    const factor = definiteFactor(hessian, order)
    if (!factor) return
    const change = solveCholesky(factor, order, gradient)
    const largest = change.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
    const damp = largest > 2 ? 2 / largest : 1
    if (free) next.slopes[item]! += damp * change[0]!
    for (let k = 0; k < top; k++) next.intercepts[first + k]! += damp * change[free + k]!
    if (largest < 1e-7) return
  }
}

function chancesAt(
  theta: number,
  slope: number,
  intercepts: Float64Array,
  first: number,
  top: number,
  chance: Float64Array,
): { mean: number; variance: number } {
  let most = 0
  for (let k = 1; k <= top; k++) most = Math.max(most, k * slope * theta + intercepts[first + k - 1]!)
  let sum = 0
  for (let k = 0; k <= top; k++) {
    chance[k] = Math.exp((k === 0 ? 0 : k * slope * theta + intercepts[first + k - 1]!) - most)
    sum += chance[k]!
  }
  let [mean, square] = [0, 0]
  for (let k = 0; k <= top; k++) {
    chance[k]! /= sum
    mean += k * chance[k]!
    square += k * k * chance[k]!
  }
  return { mean, variance: square - mean * mean }
}
