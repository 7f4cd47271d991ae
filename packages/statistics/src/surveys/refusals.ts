import type { Codes } from './labels.ts'
import { countsByCode } from './labels.ts'

/** A category with fewer respondents than this cannot stand for its part of the population. */
export const LEAST_RESPONDENTS_IN_CELL = 5

/** Weights that widen variances more than this do more harm than good. */
export const MOST_WEIGHT_DESIGN_EFFECT = 2

/** Why weights should not be used; show the unweighted estimate with this caveat instead. */
export type WeightRefusal =
  | { reason: 'fewRespondents'; margin: number; category: string; respondents: number }
  | { reason: 'designEffect'; designEffect: number }
  | { reason: 'negativeWeight'; least: number }
  | { reason: 'notConverged'; largestGap: number }

/** The rules that weights with this design effect break, empty when they may be used. */
export function refusalsOf(
  weights: Float64Array,
  designEffect: number,
  margins: readonly Codes[],
  largestGap: number,
  tolerance: number,
): WeightRefusal[] {
  const least = weights.reduce((low, weight) => Math.min(low, weight), Infinity)
  const small = margins.flatMap((margin, index) =>
    Array.from(countsByCode(margin), (respondents, code) => ({
      reason: 'fewRespondents' as const,
      margin: index,
      category: margin.names[code]!,
      respondents,
    })).filter(({ respondents }) => respondents < LEAST_RESPONDENTS_IN_CELL),
  )
  return [
    ...(largestGap <= tolerance ? [] : [{ reason: 'notConverged' as const, largestGap }]),
    ...small,
    ...(least < 0 ? [{ reason: 'negativeWeight' as const, least }] : []),
    ...(designEffect > MOST_WEIGHT_DESIGN_EFFECT ? [{ reason: 'designEffect' as const, designEffect }] : []),
  ]
}
