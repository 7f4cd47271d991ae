import { MISSING, type Responses } from '../data/responses.ts'
import type { PosteriorEstimates } from './eap.ts'
import type { AbilityEstimates } from './wle.ts'

/** Below this, results of single persons are not to be reported; those of groups may be. */
export const PERSON_RELIABILITY = 0.7

/** A reliability and whether it allows reports on single persons. */
export type Reliability = { readonly reliability: number; readonly use: 'persons' | 'groups only' }

/**
 * WLE reliability, 1 − mean(SE²) / var(WLE); persons without an estimate are left out, weights are frequencies.
 *
 * @throws RangeError when fewer than two persons have estimates
 * @see Adams (2005), Studies in Educational Evaluation 31
 */
export function wleReliability({ abilities, errors, weights }: AbilityEstimates): Reliability {
  const known = [...abilities.keys()].filter((person) => Number.isFinite(abilities[person]!))
  const { variance, noise } = momentsOf(
    'wleReliability',
    known.map((person) => abilities[person]!),
    known.map((person) => errors[person]!),
    weights && known.map((person) => weights[person]!),
  )
  return judged(1 - noise / variance)
}

/**
 * EAP reliability, var(EAP) / (var(EAP) + mean(SD²)); weights are frequencies.
 *
 * @throws RangeError when there are fewer than two persons
 * @see Adams (2005), Studies in Educational Evaluation 31
 */
export function eapReliability({ eap, sd, weights }: Omit<PosteriorEstimates, 'logLikelihood'>): Reliability {
  const { variance, noise } = momentsOf('eapReliability', eap, sd, weights)
  return judged(variance / (variance + noise))
}

/**
 * Marginal reliability, 1 − mean posterior variance / variance of ability in the population.
 *
 * @param variance of ability, as calibrated
 * @throws RangeError when the variance is not positive
 */
export function marginalReliability(
  { sd, weights }: Pick<PosteriorEstimates, 'sd' | 'weights'>,
  variance: number,
): Reliability {
  if (!(variance > 0)) throw new RangeError(`marginalReliability: variance ${variance} is not above 0`)
  return judged(1 - meanSquare(sd, weights) / variance)
}

/**
 * Cronbach's α over persons who answered every item, with their weights as frequencies.
 *
 * @throws RangeError when there are fewer than two items, or fewer than two such persons
 */
export function alphaReliability({ persons, items, values, weights }: Responses): Reliability {
  if (items < 2) throw new RangeError(`alphaReliability: ${items} items are fewer than 2`)
  const complete = Array.from({ length: persons }, (_, person) => person).filter(
    (person) => !values.subarray(person * items, (person + 1) * items).includes(MISSING),
  )
  const weigh = (person: number) => weights?.[person] ?? 1
  const count = complete.reduce((sum, person) => sum + weigh(person), 0)
  if (count < 2) throw new RangeError(`alphaReliability: ${count} persons answered every item, fewer than 2`)
  // Sums of squares will do: both variances have the same divisor.
  const squaresOf = (value: (person: number) => number) => {
    const mean = complete.reduce((sum, person) => sum + weigh(person) * value(person), 0) / count
    return complete.reduce((sum, person) => sum + weigh(person) * (value(person) - mean) ** 2, 0)
  }
  let parts = 0
  for (let item = 0; item < items; item++) parts += squaresOf((person) => values[person * items + item]!)
  const whole = squaresOf((person) => {
    return values.subarray(person * items, (person + 1) * items).reduce((sum, value) => sum + value, 0)
  })
  return judged((items / (items - 1)) * (1 - parts / whole))
}

function judged(reliability: number): Reliability {
  return { reliability, use: reliability >= PERSON_RELIABILITY ? 'persons' : 'groups only' }
}

function momentsOf(
  caller: string,
  values: ArrayLike<number>,
  spreads: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
): { variance: number; noise: number } {
  let [persons, sum] = [0, 0]
  for (let person = 0; person < values.length; person++) {
    const weight = weights?.[person] ?? 1
    persons += weight
    sum += weight * values[person]!
  }
  if (!(persons >= 2)) throw new RangeError(`${caller}: ${persons} persons are fewer than 2`)
  let squares = 0
  for (let person = 0; person < values.length; person++) {
    squares += (weights?.[person] ?? 1) * (values[person]! - sum / persons) ** 2
  }
  return { variance: squares / (persons - 1), noise: meanSquare(spreads, weights) }
}

function meanSquare(values: ArrayLike<number>, weights: ArrayLike<number> | undefined): number {
  let [persons, sum] = [0, 0]
  for (let person = 0; person < values.length; person++) {
    const weight = weights?.[person] ?? 1
    persons += weight
    sum += weight * values[person]! ** 2
  }
  return sum / persons
}
