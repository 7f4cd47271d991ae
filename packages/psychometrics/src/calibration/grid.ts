import type { Parameters } from './parameters.ts'

/** Equally spaced abilities at which integrals over the population are summed. */
export type Grid = { readonly nodes: Float64Array; readonly step: number }

const REACH = 9
const LEAST_REACH = 7.5
/** Logits that count as one standard deviation where groups are spread more widely than items bend. */
const WIDE = 5
/** How much finer a grid may become for items' sake. */
const MOST_FINER = 10

/** What decides how fine a grid must be, and how far it reaches. */
type Spread = Pick<Parameters, 'slopes' | 'means' | 'sds'>

/**
 * A grid that reaches ±9 standard deviations around every group. Summing over equal steps is exact to many
 * digits as long as a step is smaller than the spread of a person's likelihood; `calibrate` measures the error.
 *
 * @param stepShare step as a share of the smallest standard deviation; 0.2 gives 91 nodes for one group
 */
export function gridFor({ slopes, means, sds }: Spread, stepShare: number): Grid {
  const bend = bendOf(slopes)
  let [low, high, smallest] = [Infinity, -Infinity, Infinity]
  for (const [group, mean] of means.entries()) {
    const sd = Math.max(0.05, sds[group]!)
    low = Math.min(low, mean - REACH * sd)
    high = Math.max(high, mean + REACH * sd)
    smallest = Math.min(smallest, unitOf(sd, bend))
  }
  const steps = Math.min(4000, Math.ceil((high - low) / (stepShare * smallest)))
  const step = (high - low) / steps
  return { nodes: Float64Array.from({ length: steps + 1 }, (_, at) => low + at * step), step }
}

/** The grid before as long as it reaches far enough around every group and is not much too wide or coarse. */
export function gridLike(before: Grid, spread: Spread, stepShare: number): Grid {
  const { slopes, means, sds } = spread
  const [low, high] = [before.nodes[0]!, before.nodes.at(-1)!]
  const bend = bendOf(slopes)
  const fits = means.every((mean, group) => {
    const sd = Math.max(0.05, sds[group]!)
    const isWide = low <= mean - LEAST_REACH * sd && high >= mean + LEAST_REACH * sd
    return isWide && before.step <= 1.25 * stepShare * unitOf(sd, bend)
  })
  return fits ? before : gridFor(spread, stepShare)
}

/** What steps are a share of: the spread of a group, or less where items bend much more sharply. */
function unitOf(sd: number, bend: number): number {
  return Math.min(sd, Math.max(bend, sd / MOST_FINER))
}

/** Within how many units of ability the steepest item bends. */
function bendOf(slopes: Float64Array): number {
  return WIDE / slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0)
}

/** Logarithms of the weights of the nodes under a normal population. */
export function logNormalWeights({ nodes, step }: Grid, mean: number, sd: number): Float64Array {
  const constant = Math.log(step / (sd * Math.sqrt(2 * Math.PI)))
  return nodes.map((node) => constant - ((node - mean) / sd) ** 2 / 2)
}
