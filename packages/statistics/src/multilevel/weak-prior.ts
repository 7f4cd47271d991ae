import { symmetricEigen } from '../linear-algebra/eigen.ts'
import type { GroupSums, TotalSums } from './group-sums.ts'
import type { MultilevelMethod } from './options.ts'

/**
 * Whether the likelihood falls faster than the weak prior grows when groups differ more and more. REML falls
 * with the power of the groups less the fixed columns that only groups tell apart, so two groups are not enough.
 */
export function boundsWeakPrior(
  sums: readonly GroupSums[],
  total: TotalSums,
  method: MultilevelMethod,
): boolean {
  const q = sums[0]!.zy.length
  return Array.from({ length: q }, (_, column) => {
    const touched = sums.filter(({ zz }) => zz[column * q + column]! > 1e-10 * total.n)
    const told = method === 'ml' ? 0 : columnsToldByGroups(touched, total, column, q)
    return touched.length - told
  }).every((power) => power > 1)
}

/** How many fixed columns are nothing but multiples of a random column in each group, or sums of such. */
function columnsToldByGroups(
  sums: readonly GroupSums[],
  { n, xx, xy }: TotalSums,
  column: number,
  q: number,
) {
  const p = xy.length
  const left = Float64Array.from(xx)
  for (const { zz, zx } of sums) {
    const own = zx.subarray(column * p, column * p + p)
    own.forEach((a, i) => {
      own.forEach((b, j) => {
        left[i * p + j]! -= (a * b) / zz[column * q + column]!
      })
    })
  }
  return symmetricEigen(left, p).values.filter((value) => value < 1e-10 * n).length
}

/**
 * Lower triangular factor, row after row, from numbers that may be anything: of each row the log of its diagonal
 * entry, and the others as multiples of that. So no step of a search meets a singular covariance.
 */
export function factorFromLogs(logs: ArrayLike<number>, q: number): number[] {
  return Array.from({ length: q }, (_, i) => {
    const first = (i * (i + 1)) / 2
    const diagonal = Math.exp(logs[first + i]!)
    return Array.from({ length: i + 1 }, (_, j) => diagonal * (j === i ? 1 : logs[first + j]!))
  }).flat()
}

/** The numbers of `factorFromLogs` for a diagonal factor. */
export function logsOfDiagonal(theta: ArrayLike<number>): number[] {
  return Array.from(theta, (value) => (value === 0 ? 0 : Math.log(value)))
}
