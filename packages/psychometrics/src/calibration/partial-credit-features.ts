import type { Grid } from './grid.ts'
import type { Layout, Parameters } from './parameters.ts'
import type { PartialCreditTables } from './partial-credit-tables.ts'

/** What the score functions of a cell's free parameters look like over the nodes. */
export type Features = {
  /** numbers of the free parameters that the cell knows of */
  readonly parameters: number[]
  /** parameters × nodes: the part of the complete-data score that no answer changes */
  readonly values: Float64Array
  /** per item of the booklet, the parameter's place among `parameters` of its slope, or −1 */
  readonly slopePlaces: Int32Array
  /** per item of the test the places of its parameters; none for one that is fixed or not in the booklet */
  readonly placesOf: readonly (readonly number[])[]
}

/** Computes the features of a booklet and group. */
export function featuresOf(
  layout: Layout,
  booklet: Int32Array,
  group: number,
  { means, sds }: Parameters,
  { nodes }: Grid,
  { chance, mean }: PartialCreditTables,
): Features {
  const size = nodes.length
  const parameters: number[] = []
  const placesOf: number[][] = Array.from({ length: layout.items }, () => [])
  const columns: Float64Array[] = []
  const slopePlaces = new Int32Array(booklet.length).fill(-1)
  const add = (parameter: number, value: (q: number) => number) => {
    parameters.push(parameter)
    columns.push(Float64Array.from({ length: size }, (_, q) => value(q)))
  }
  for (const [at, item] of booklet.entries()) {
    const first = layout.interceptAt[item]!
    if (first < 0) continue
    if (layout.slopeAt[item]! >= 0) {
      slopePlaces[at] = parameters.length
      placesOf[item]!.push(parameters.length)
      add(layout.slopeAt[item]!, (q) => -nodes[q]! * mean[item * size + q]!)
    }
    for (let k = 0; k < layout.highest[item]!; k++) {
      placesOf[item]!.push(parameters.length)
      add(first + k, (q) => -chance[(layout.offset[item]! + k) * size + q]!)
    }
  }
  const z = (q: number) => (nodes[q]! - means[group]!) / sds[group]!
  if (layout.meanAt[group]! >= 0) add(layout.meanAt[group]!, (q) => z(q) / sds[group]!)
  if (layout.logSdAt[group]! >= 0) add(layout.logSdAt[group]!, (q) => z(q) ** 2 - 1)
  const values = new Float64Array(columns.length * size)
  for (const [at, column] of columns.entries()) values.set(column, at * size)
  return { parameters, values, slopePlaces, placesOf }
}
