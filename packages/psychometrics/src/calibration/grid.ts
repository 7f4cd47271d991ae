/** Equally spaced abilities at which integrals over the population are summed. */
export type Grid = { readonly nodes: Float64Array; readonly step: number }

const REACH = 9
const LEAST_REACH = 7.5

/**
 * A grid that reaches ±9 standard deviations around every group. Summing over equal steps is exact to many
 * digits as long as a step is smaller than the spread of a person's likelihood; `calibrate` measures the error.
 *
 * @param stepShare step as a share of the smallest standard deviation; 0.2 gives 91 nodes for one group
 */
export function gridFor(means: Float64Array, sds: Float64Array, stepShare: number): Grid {
  let [low, high, smallest] = [Infinity, -Infinity, Infinity]
  for (const [group, mean] of means.entries()) {
    const sd = Math.max(0.05, sds[group] ?? 1)
    low = Math.min(low, mean - REACH * sd)
    high = Math.max(high, mean + REACH * sd)
    smallest = Math.min(smallest, sd)
  }
  const steps = Math.min(4000, Math.ceil((high - low) / (stepShare * smallest)))
  const step = (high - low) / steps
  return { nodes: Float64Array.from({ length: steps + 1 }, (_, at) => low + at * step), step }
}

/** Whether a grid still reaches far enough around every group, and is not much too wide or coarse. */
export function gridFits(
  { nodes, step }: Grid,
  means: Float64Array,
  sds: Float64Array,
  stepShare: number,
): boolean {
  const [low, high] = [nodes[0] ?? 0, nodes.at(-1) ?? 0]
  return means.every((mean, group) => {
    const sd = Math.max(0.05, sds[group] ?? 1)
    return low <= mean - LEAST_REACH * sd && high >= mean + LEAST_REACH * sd && step <= 1.25 * stepShare * sd
  })
}

/** Logarithms of the weights of the nodes under a normal population. */
export function logNormalWeights({ nodes, step }: Grid, mean: number, sd: number): Float64Array {
  const constant = Math.log(step / (sd * Math.sqrt(2 * Math.PI)))
  return nodes.map((node) => constant - ((node - mean) / sd) ** 2 / 2)
}
