import { certaintyOf } from './certainty.ts'
import type { Indicator, Observation, Target } from './model.ts'
import type { Outcome } from './outcome.ts'

/**
 * How sure a verdict is. `certain`: what was asked for lies outside the interval of the result; `withinChance`: it
 * lies inside, so that another such measurement might have fallen on its other side; `unknown`: the result counts
 * answers or is a mean, and no interval is known; `none`: that is no question.
 */
export const SURENESS = ['certain', 'withinChance', 'unknown', 'none'] as const
export type Sureness = (typeof SURENESS)[number]

/** What is only to be there at all is not a matter of how much. */
const IS_THERE = ['exists', 'firstMeasurement'] as const satisfies Target['kind'][]

/** Both ends belong to the interval. The rule of met and missed looks at the figure alone and stays as it is. */
export function surenessOf(
  indicator: Pick<Indicator, 'restsOn'>,
  { observation, target }: { observation: Observation | null; target: Target | null },
  outcome: Outcome,
): Sureness {
  if (outcome.status === 'notEvaluable' || IS_THERE.some((kind) => kind === target?.kind)) return 'none'
  const certainty = certaintyOf(indicator, observation)
  if (certainty === null) return 'none'
  const { interval } = certainty
  if (interval === null || !outcome.compared) return 'unknown'
  // Where everybody answered, the share is known and nothing is by chance.
  if (interval.method === 'census') return 'certain'
  const isInside = (needed: number) => isAtMost(interval.low, needed) && isAtMost(needed, interval.high)
  return outcome.compared.deciding.some(isInside) ? 'withinChance' : 'certain'
}

/** Binary fractions must not decide: see `sideOf` in `verdict.ts`. */
const isAtMost = (a: number, b: number) => a - b <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
