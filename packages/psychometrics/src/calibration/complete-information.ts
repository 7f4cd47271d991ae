import type { Grid } from './grid.ts'
import type { Layout, Parameters } from './parameters.ts'
import type { PartialCreditTables } from './partial-credit-tables.ts'
import type { PartialCreditCounts } from './partial-credit-visits.ts'

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
  addPopulationInformation(layout, means, sds, nodes, counts.population, information)
  return information
}

/** Complete-data information on means and log sds of the groups, into the lower triangle. */
export function addPopulationInformation(
  layout: Layout,
  means: Float64Array,
  sds: Float64Array,
  nodes: Float64Array,
  population: Float64Array,
  information: Float64Array,
): void {
  const order = layout.size
  for (let group = 0; group < layout.groupCount; group++) {
    const [m, s] = [layout.meanAt[group]!, layout.logSdAt[group]!]
    for (let q = 0; q < nodes.length; q++) {
      const persons = population[group * nodes.length + q]!
      const z = (nodes[q]! - means[group]!) / sds[group]!
      if (m >= 0) information[m * order + m]! += persons / sds[group]! ** 2
      if (s >= 0) information[s * order + s]! += 2 * persons * z * z
      if (m >= 0 && s >= 0) information[s * order + m]! += (2 * persons * z) / sds[group]!
    }
  }
}
