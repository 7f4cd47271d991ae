import { checkNumbers } from '../models/check-items.ts'
import { difficultyOf, type Item } from '../models/item.ts'

/** Which common items still mean the same. */
export type AnchorScreening = {
  /** places of the items that stay anchors */
  readonly kept: readonly number[]
  /** places of the items that moved, in the order found */
  readonly drifted: readonly number[]
  /** per item the robust z of its shift against the items kept */
  readonly z: readonly number[]
  /** whether anchors are at least 8 and at least a fifth of the test */
  readonly isEnough: boolean
  readonly remark: string | undefined
}

export type ScreeningOptions = {
  /** items in the whole test */
  testLength: number
  /** |z| above which an item has moved; 1.645 when left out */
  limit?: number
  /** fewest anchors; 8 when left out */
  fewest?: number
}

/**
 * Screens common items for drift: shifts in difficulty against their median, in units of 1.4826 times the median
 * absolute deviation; the worst item goes, and all is computed anew, until none is beyond the limit or no
 * more may go.
 *
 * @throws RangeError when lengths differ, there is no item or one is no number, or the test is shorter than its anchors
 * @see Huynh & Meyer (2010), Practical Assessment, Research & Evaluation 15(2)
 */
export function screenAnchors(
  from: readonly Item[],
  to: readonly Item[],
  options: ScreeningOptions,
): AnchorScreening {
  if (from.length !== to.length || from.length === 0) {
    throw new RangeError(`screenAnchors: ${from.length} items against ${to.length}`)
  }
  const { testLength, limit = 1.645, fewest = 8 } = options
  checkNumbers('screenAnchors', from)
  checkNumbers('screenAnchors', to)
  if (!(Number.isInteger(testLength) && testLength >= from.length)) {
    throw new RangeError(
      `screenAnchors: testLength ${testLength} is not a whole number from ${from.length}, the anchors`,
    )
  }
  const least = Math.max(fewest, Math.ceil(testLength / 5))
  const shifts = from.map((item, at) => difficultyOf(to[at]!) - difficultyOf(item))
  let kept = [...shifts.keys()]
  const drifted: number[] = []
  let z = robustZ(shifts, kept)
  for (;;) {
    const worst = kept.reduce((a, b) => (Math.abs(z[b]!) > Math.abs(z[a]!) ? b : a), kept[0]!)
    if (Math.abs(z[worst]!) <= limit || kept.length <= least) break
    kept = kept.filter((at) => at !== worst)
    drifted.push(worst)
    z = robustZ(shifts, kept)
  }
  const isEnough = kept.length >= least
  const left = kept.filter((at) => Math.abs(z[at]!) > limit).length
  const remark = !isEnough
    ? `${kept.length} anchors are fewer than ${least}: the link is not to be relied on.`
    : left > 0
      ? `${left} of the anchors kept have moved too, but fewer than ${least} must not be.`
      : undefined
  return { kept, drifted, z, isEnough, remark }
}

function robustZ(shifts: readonly number[], kept: readonly number[]): number[] {
  const centre = median(kept.map((at) => shifts[at]!))
  const scale = 1.4826 * median(kept.map((at) => Math.abs(shifts[at]! - centre)))
  return shifts.map((shift) => {
    const away = shift - centre
    if (Math.abs(away) < 1e-12) return 0
    return scale > 0 ? away / scale : Math.sign(away) * Infinity
  })
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
