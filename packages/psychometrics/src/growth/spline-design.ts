import { bSplineBasis, type Matrix, sampleQuantile } from '@izaugsme/statistics'

/** Earlier scores of pupils: one for each, or several lists of them (last year's, the year's before). */
export type EarlierScores = ArrayLike<number> | readonly ArrayLike<number>[]

/** Inner knots and boundaries of the splines of one list of earlier scores. */
export type ScoreSplines = {
  readonly knots: readonly number[]
  readonly boundaries: readonly [number, number]
}

const KNOT_SHARES = [0.2, 0.4, 0.6, 0.8]
const EXTENSION = 0.1

/** Earlier scores as lists, checked against the later scores. */
export function earlierScores(
  caller: string,
  prior: EarlierScores,
  current: ArrayLike<number>,
): readonly ArrayLike<number>[] {
  const lists = isSeveral(prior) ? prior : [prior]
  for (const list of lists) {
    if (list.length !== current.length) {
      throw new RangeError(`${caller}: ${current.length} later scores for ${list.length} earlier ones`)
    }
  }
  for (const list of [...lists, current]) {
    for (let pupil = 0; pupil < list.length; pupil++) {
      if (!Number.isFinite(list[pupil])) {
        throw new RangeError(`${caller}: score ${list[pupil]} of pupil ${pupil} is not a number`)
      }
    }
  }
  return lists
}

function isSeveral(prior: EarlierScores): prior is readonly ArrayLike<number>[] {
  return Array.isArray(prior) && prior.length > 0 && typeof prior[0] !== 'number'
}

/** Knots at the quintiles and boundaries a tenth of the range outside, rounded to three decimals as in the reference. */
export function splinesOf(caller: string, scores: ArrayLike<number>): ScoreSplines {
  const knots = [...new Set(KNOT_SHARES.map((share) => roundTo3(sampleQuantile(scores, share))))]
  let [low, high] = [Infinity, -Infinity]
  for (let pupil = 0; pupil < scores.length; pupil++) {
    low = Math.min(low, scores[pupil]!)
    high = Math.max(high, scores[pupil]!)
  }
  if (low === high) throw new RangeError(`${caller}: earlier scores are all ${low}`)
  const reach = EXTENSION * (high - low)
  return { knots, boundaries: [roundTo3(low - reach), roundTo3(high + reach)] }
}

/** One row for each pupil: 1, then the cubic splines of each earlier score. */
export function splineDesign(
  earlier: readonly ArrayLike<number>[],
  splines: readonly ScoreSplines[],
): Matrix {
  const blocks = earlier.map((scores, at) => bSplineBasis(scores, splines[at]!))
  const rows = blocks[0]?.rows ?? 0
  const columns = blocks.reduce((sum, block) => sum + block.columns, 1)
  const values = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    let at = row * columns
    values[at++] = 1
    for (const block of blocks) {
      values.set(block.values.subarray(row * block.columns, (row + 1) * block.columns), at)
      at += block.columns
    }
  }
  return { rows, columns, values }
}

function roundTo3(value: number): number {
  return Math.round(value * 1000) / 1000
}
