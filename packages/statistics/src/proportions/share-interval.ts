import { checkLevel } from '../argument-checks.ts'
import { normalQuantile } from '../distributions/normal.ts'
import type { Interval } from '../interval.ts'
import { hypergeometricInterval } from './hypergeometric-interval.ts'
import { checkedShare, type ObservedShare } from './observed-share.ts'
import { wilsonFinite, wilsonShareInterval } from './wilson.ts'

/** Up to this many people the exact interval is used; above, Wilson is as good and needs no count. */
export const EXACT_POPULATION_LIMIT = 500

/** An interval and how it was made; `successes` is the count it rests on, when it rests on one. */
export type ShareInterval = Interval & {
  method: 'exact' | 'wilsonFinite' | 'wilson' | 'census'
  successes?: number
}

/**
 * The interval to show beside a share of those who answered, for the share among all who could have.
 * Valid when those who did not answer are like those who did; say so wherever it is shown.
 *
 * - everyone answered → the share itself (`census`)
 * - population known, at most `EXACT_POPULATION_LIMIT` → exact hypergeometric, from the count or,
 *   without one, from the whole count nearest to the printed share (`exact`)
 * - population known and larger → Wilson with finite population correction (`wilsonFinite`)
 * - population not known → Wilson without correction, wider than needed when many answered (`wilson`)
 *
 * @param level confidence, between 0 and 1
 * @throws RangeError when the share, a count or the level is impossible
 */
export function shareInterval(observed: ObservedShare, level = 0.95): ShareInterval {
  checkLevel('shareInterval', level)
  const share = checkedShare('shareInterval', observed)
  const { sample, population, successes } = observed
  const counted = successes === undefined ? {} : { successes }
  const z = -normalQuantile((1 - level) / 2)

  if (population === undefined)
    return { ...wilsonShareInterval(share, sample, z), method: 'wilson', ...counted }
  if (population === sample) return { low: share, high: share, method: 'census', ...counted }
  if (population > EXACT_POPULATION_LIMIT) {
    return { ...wilsonFinite(share, sample, population, z), method: 'wilsonFinite', ...counted }
  }
  const nearest = Math.round(share * sample)
  return {
    ...hypergeometricInterval(nearest, sample, population, level),
    method: 'exact',
    successes: nearest,
  }
}
