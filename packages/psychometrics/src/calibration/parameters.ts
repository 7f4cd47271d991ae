/** All numbers that a model needs, in flat arrays. */
export type Parameters = {
  /** per item */
  readonly slopes: Float64Array
  /** per item and category 1…highest; item j begins at offset[j] */
  readonly intercepts: Float64Array
  /** per group */
  readonly means: Float64Array
  readonly sds: Float64Array
}

/** The same numbers in arrays of their own. */
export function copyOf({ slopes, intercepts, means, sds }: Parameters): Parameters {
  return { slopes: slopes.slice(), intercepts: intercepts.slice(), means: means.slice(), sds: sds.slice() }
}

/** Which numbers are estimated, and where each stands in the vector of free parameters; −1 for a fixed one. */
export type Layout = {
  readonly items: number
  readonly groupCount: number
  readonly highest: Uint8Array
  /** items + 1 entries: where the intercepts of an item begin; the last is their number */
  readonly offset: Int32Array
  readonly slopeAt: Int32Array
  readonly interceptAt: Int32Array
  readonly meanAt: Int32Array
  readonly logSdAt: Int32Array
  /** length of the vector of free parameters */
  readonly size: number
  /** the fixed values, and where the free ones start */
  readonly start: Parameters
}

/** What is free: slopes of all items or of none, and the means and spreads of the groups named. */
export type LayoutInput = {
  highest: Uint8Array
  freeSlopes: boolean
  fixedItems: ReadonlySet<number>
  freeMeans: readonly boolean[]
  freeSds: readonly boolean[]
  start: Parameters
}

/** Numbers the free parameters: item by item (slope, intercepts), then group by group (mean, log sd). */
export function layoutOf(input: LayoutInput): Layout {
  const { highest, start } = input
  const items = highest.length
  const groupCount = input.freeMeans.length
  const offset = new Int32Array(items + 1)
  const slopeAt = new Int32Array(items).fill(-1)
  const interceptAt = new Int32Array(items).fill(-1)
  const meanAt = new Int32Array(groupCount).fill(-1)
  const logSdAt = new Int32Array(groupCount).fill(-1)
  let size = 0
  for (let item = 0; item < items; item++) {
    offset[item + 1] = offset[item]! + highest[item]!
    if (input.fixedItems.has(item)) continue
    if (input.freeSlopes) slopeAt[item] = size++
    interceptAt[item] = size
    size += highest[item]!
  }
  for (let group = 0; group < groupCount; group++) {
    if (input.freeMeans[group]) meanAt[group] = size++
    if (input.freeSds[group]) logSdAt[group] = size++
  }
  return { items, groupCount, highest, offset, slopeAt, interceptAt, meanAt, logSdAt, size, start }
}

/** The vector of the free parameters; standard deviations stand as logarithms. */
export function pack(layout: Layout, parameters: Parameters): Float64Array {
  const vector = new Float64Array(layout.size)
  visit(layout, (at, array, index, isLog) => {
    vector[at] = isLog ? Math.log(parameters[array][index]!) : parameters[array][index]!
  })
  return vector
}

/** A spread that no test can tell from none; a smaller one falls between the nodes of the grid. */
export const LEAST_SD = 0.02

/** The reverse of `pack`, with the fixed values filled in. */
export function unpack(layout: Layout, vector: Float64Array): Parameters {
  const parameters = copyOf(layout.start)
  visit(layout, (at, array, index, isLog) => {
    parameters[array][index] = isLog ? Math.max(LEAST_SD, Math.exp(vector[at]!)) : vector[at]!
  })
  return parameters
}

function visit(
  layout: Layout,
  each: (at: number, array: keyof Parameters, index: number, isLog: boolean) => void,
): void {
  for (let item = 0; item < layout.items; item++) {
    if (layout.slopeAt[item]! >= 0) each(layout.slopeAt[item]!, 'slopes', item, false)
    const first = layout.interceptAt[item]!
    if (first < 0) continue
    for (let k = 0; k < layout.highest[item]!; k++)
      each(first + k, 'intercepts', layout.offset[item]! + k, false)
  }
  for (let group = 0; group < layout.groupCount; group++) {
    if (layout.meanAt[group]! >= 0) each(layout.meanAt[group]!, 'means', group, false)
    if (layout.logSdAt[group]! >= 0) each(layout.logSdAt[group]!, 'sds', group, true)
  }
}
