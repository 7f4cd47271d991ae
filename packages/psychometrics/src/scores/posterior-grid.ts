import { type Grid, gridFor } from '../calibration/grid.ts'
import { type Item, itemInformation, thresholdsOf } from '../models/item.ts'

/** Step as a share of the least spread of a prior, of the least spread that answers leave, and of a logit. */
const OF_PRIOR = 0.15
const OF_POSTERIOR = 0.8
const OF_LOGIT = 1
/** At how many thresholds information is looked at. */
const LOOKS = 60

/**
 * Nodes for the posterior of persons who answer these items: steps are smaller than the spread of any prior, of
 * what answers to all items leave unknown, and than the bend of the steepest item, so sums are exact to nine digits.
 *
 * @param means of the priors, or the least and the largest of them
 * @param sds of the priors
 */
export function posteriorGrid(items: readonly Item[], means: Float64Array, sds: Float64Array): Grid {
  const [least, most] = [Math.min(...sds), Math.max(...sds)]
  const steepest = items.reduce((steep, { slope }) => Math.max(steep, Math.abs(slope)), 0)
  const step = Math.min(
    OF_PRIOR * least,
    OF_POSTERIOR / Math.sqrt(1 / (least * least) + mostInformation(items)),
    OF_LOGIT / steepest,
  )
  const ends = Float64Array.of(...endsOf(means))
  return gridFor({ slopes: new Float64Array(0), means: ends, sds: ends.map(() => most) }, step / most)
}

/** The most information on ability that the items give together, looked for at their thresholds. */
function mostInformation(items: readonly Item[]): number {
  const thresholds = items.flatMap(thresholdsOf).sort((a, b) => a - b)
  const stride = Math.ceil(thresholds.length / LOOKS)
  let most = 0
  for (let at = stride >> 1; at < thresholds.length; at += stride) {
    const together = items.reduce((sum, item) => sum + itemInformation(item, thresholds[at]!).information, 0)
    if (together > most) most = together
  }
  return most
}

function endsOf(values: Float64Array): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}
