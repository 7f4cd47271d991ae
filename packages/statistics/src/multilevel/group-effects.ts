import { invertCholesky } from '../linear-algebra/cholesky.ts'
import { sandwich } from '../linear-algebra/orthonormal.ts'
import type { GroupSums } from './group-sums.ts'
import { relativeFactor, transposedTimes } from './profiled-deviance.ts'

/** What a group adds for its people, compared with the average group. */
export type GroupEffect = {
  group: string
  size: number
  /** Shrunken effects, one for each random column. */
  effects: Float64Array
  /** Standard errors for comparing groups with each other: of the effect around the true one. */
  comparativeErrors: Float64Array
  /** Covariance of the true effects around the estimated ones, `random columns` square. */
  covariance: Float64Array
}

/** Empirical Bayes effects of groups, given variances and fixed effects. */
export function groupEffects(
  names: readonly string[],
  sums: readonly GroupSums[],
  lambda: Float64Array,
  slopes: Float64Array,
  residualVariance: number,
  toRandom: Float64Array,
): GroupEffect[] {
  const q = sums[0]!.zy.length
  return sums.map((group, index) => {
    // ΛW⁻¹Λᵀ in the units of the given columns
    const inner = sandwich(lambda, invertCholesky(relativeFactor(group, lambda, q), q), q)
    const left = residualSums(group, slopes, q)
    const own = transposedTimes(inner, left, q, 1)
    const covariance = sandwich(toRandom, inner, q).map((value) => value * residualVariance)
    return {
      group: names[index]!,
      size: group.size,
      effects: Float64Array.from({ length: q }, (_, i) => {
        let sum = 0
        for (let k = 0; k < q; k++) sum += toRandom[i * q + k]! * own[k]!
        return sum
      }),
      comparativeErrors: Float64Array.from({ length: q }, (_, i) => Math.sqrt(covariance[i * q + i]!)),
      covariance,
    }
  })
}

/** Zᵀ(y − Xβ). */
function residualSums({ zx, zy }: GroupSums, slopes: Float64Array, q: number): Float64Array {
  return Float64Array.from({ length: q }, (_, i) =>
    slopes.reduce((left, slope, j) => left - slope * zx[i * slopes.length + j]!, zy[i]!),
  )
}
