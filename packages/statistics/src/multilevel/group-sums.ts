import type { Matrix } from '../linear-algebra/matrix.ts'
import { type Codes, countsByCode } from '../surveys/labels.ts'

/** All that a multilevel likelihood needs to know about one group: sums of products of its columns. */
export type GroupSums = {
  size: number
  /** ZᵀZ `q × q`, ZᵀX `q × p`, Zᵀy `q`. */
  zz: Float64Array
  zx: Float64Array
  zy: Float64Array
}

/** The same over all groups. */
export type TotalSums = { n: number; xx: Float64Array; xy: Float64Array; yy: number }

/** Sums by group, so that the likelihood costs as much as there are groups, not people. */
export function sumByGroup(groups: Codes, x: Matrix, z: Matrix, y: Float64Array) {
  const [p, q] = [x.columns, z.columns]
  const sums = Array.from(
    countsByCode(groups),
    (size): GroupSums => ({
      size,
      zz: new Float64Array(q * q),
      zx: new Float64Array(q * p),
      zy: new Float64Array(q),
    }),
  )
  const total: TotalSums = { n: y.length, xx: new Float64Array(p * p), xy: new Float64Array(p), yy: 0 }
  groups.codes.forEach((code, i) => {
    const { zz, zx, zy } = sums[code]!
    const xRow = x.values.subarray(i * p, i * p + p)
    const zRow = z.values.subarray(i * q, i * q + q)
    const own = y[i]!
    addProducts(zz, zRow, zRow)
    addProducts(zx, zRow, xRow)
    addProducts(total.xx, xRow, xRow)
    zRow.forEach((value, a) => {
      zy[a]! += value * own
    })
    xRow.forEach((value, a) => {
      total.xy[a]! += value * own
    })
    total.yy += own * own
  })
  return { sums, total }
}

function addProducts(into: Float64Array, left: Float64Array, right: Float64Array): void {
  for (let a = 0, at = 0; a < left.length; a++) {
    for (let b = 0; b < right.length; b++, at++) {
      into[at]! += left[a]! * right[b]!
    }
  }
}
