import type { Grid } from './grid.ts'
import type { Layout, Parameters } from './parameters.ts'
import type { PartialCreditTables } from './partial-credit-tables.ts'
import type { PartialCreditCounts } from './partial-credit-visits.ts'
import { addPopulationInformation } from './population.ts'

/** Information as if abilities were known, in the lower triangle. */
export function completeInformation(
  layout: Layout,
  { means, sds }: Parameters,
  { nodes }: Grid,
  { chance, mean }: PartialCreditTables,
  counts: PartialCreditCounts,
): Float64Array {
  const size = nodes.length
  const order = layout.size
  const information = new Float64Array(order * order)
  for (let item = 0; item < layout.items; item++) {
    const first = layout.interceptAt[item]!
    if (first < 0) continue
    const slope = layout.slopeAt[item]!
    for (let q = 0; q < size; q++) {
      const persons = counts.answered[item * size + q]!
      const expected = mean[item * size + q]!
      let square = 0
      for (let k = 1; k <= layout.highest[item]!; k++) {
        const share = chance[(layout.offset[item]! + k - 1) * size + q]!
        const row = first + k - 1
        square += k * k * share
        information[row * order + row]! += persons * share
        for (let l = 1; l <= k; l++) {
          const other = chance[(layout.offset[item]! + l - 1) * size + q]!
          information[row * order + first + l - 1]! -= persons * share * other
        }
        if (slope >= 0) information[row * order + slope]! += persons * nodes[q]! * share * (k - expected)
      }
      if (slope >= 0)
        information[slope * order + slope]! += persons * nodes[q]! ** 2 * (square - expected ** 2)
    }
  }
  addPopulationInformation(layout, { means, sds }, nodes, counts.population, information)
  return information
}
