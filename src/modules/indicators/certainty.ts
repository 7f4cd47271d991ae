import { feasibleCounts, normalQuantile, shareInterval, tQuantile } from '@izaugsme/statistics'
import { isFigure, measureOf } from './figures.ts'
import type { Indicator, Observation, ObservedValue, RestsOn } from './model.ts'
import { decimalsOf } from './printed-decimals.ts'

/** What every interval holds: in 95 of 100 such measurements the true figure lies inside. */
export const LEVEL = 0.95

/**
 * How an interval came about: `stated` by the source, reckoned from a stated standard error (`t` where n is known,
 * else `normal`), or from the share and how many answered.
 */
export const INTERVAL_METHODS = [
  'stated',
  't',
  'normal',
  'exact',
  'wilsonFinite',
  'wilson',
  'census',
] as const
export type IntervalMethod = (typeof INTERVAL_METHODS)[number]

/** An interval in the unit of the figure, which lies inside; both ends belong to it. */
export type FigureInterval = { low: number; high: number; method: IntervalMethod }

/** How sure a figure is. */
export type FigureCertainty = {
  /** How many answered or were measured; null when nobody says. */
  n: number | null
  interval: FigureInterval | null
  /** Whether that stands beside the figure or in the table of a survey; null when nothing is known. */
  source: 'figure' | 'survey' | null
  /** Where the survey shows it, below the address of the municipality. */
  address: string | null
}

/**
 * How sure a figure is, by the first that is known: the interval that the source states, the one of the survey
 * whose table holds the same figure, one from the stated standard error, one from how many answered.
 *
 * @returns null where that is no question: nothing is measured, or the figure neither counts answers of people nor
 * is a mean, as far as the source says
 */
export function certaintyOf(
  { restsOn }: Pick<Indicator, 'restsOn'>,
  observation: Observation | null | undefined,
): FigureCertainty | null {
  if (!isFigure(observation) || observation.value.kind === 'text' || restsOn === 'records') return null
  const { value, stated } = observation
  const evidence = agreesWithEvidence(observation) ? observation.evidence : null
  const isStated = stated.n !== null || stated.interval !== null || stated.standardError !== null
  if (restsOn === null && !isStated && evidence === null) return null
  const address = evidence?.address ?? null
  if (stated.interval) {
    const interval = { ...stated.interval, method: 'stated' as const }
    return { n: stated.n ?? evidence?.n ?? null, interval, source: 'figure', address }
  }
  if (evidence) {
    const { n, low, high, method } = evidence
    return { n, interval: { low, high, method }, source: 'survey', address }
  }
  const n = stated.n ?? counted(value, restsOn)
  const interval = fromStandardError(value, stated.standardError, n) ?? fromAnswers(observation, restsOn, n)
  return { n, interval, source: n === null && interval === null ? null : 'figure', address: null }
}

/** Whether the survey's table holds the same figure, as far as both are printed. Without evidence it does not. */
export function agreesWithEvidence({ value, printed, evidence }: Observation): boolean {
  const measure = measureOf(value)
  if (evidence === null || measure?.unit !== 'percent') return false
  const decimals = Math.min(evidence.decimals, decimalsOf(measure.number, printed))
  return Math.abs(measure.number - evidence.share) <= 0.5 * 10 ** -decimals + 1e-9
}

/** A share that counts answers is of those who answered. */
function counted(value: ObservedValue, restsOn: RestsOn | null): number | null {
  const all = value.kind === 'share' && restsOn === 'answers' ? value.denominator : undefined
  return all !== undefined && Number.isInteger(all) && all > 0 ? all : null
}

/** The figure and as many standard errors to each side as t has them, with n − 1 degrees of freedom. */
function fromStandardError(
  value: ObservedValue,
  error: number | null,
  n: number | null,
): FigureInterval | null {
  const measure = measureOf(value)
  if (measure === null || error === null) return null
  const isOne = n === null || n < 2
  const tail = (1 - LEVEL) / 2
  const reach = error * -(isOne ? normalQuantile(tail) : tQuantile(tail, n - 1))
  const low = measure.number - reach
  const high = measure.number + reach
  const method = isOne ? 'normal' : 't'
  if (value.kind !== 'share') return { low, high, method }
  // No share lies beyond nothing or everybody.
  return { low: Math.max(0, low), high: Math.min(100, high), method }
}

/** Wilson's interval of a share of answers: how many could have answered is not known here. */
function fromAnswers(
  observation: Observation,
  restsOn: RestsOn | null,
  n: number | null,
): FigureInterval | null {
  const measure = measureOf(observation.value)
  if (n === null || restsOn === 'mean' || measure?.unit !== 'percent') return null
  const share = measure.number / 100
  if (share < 0 || share > 1) return null
  const { low, high, method } = shareInterval(
    { share, sample: n, successes: countBehind(observation, n) },
    LEVEL,
  )
  // What was printed lies inside, even where no count of so many prints so.
  return { low: Math.min(100 * low, measure.number), high: Math.max(100 * high, measure.number), method }
}

/** The count behind a share: the one that is known, or the only one that prints so; undefined without one. */
function countBehind({ value, printed }: Observation, n: number): number | undefined {
  if (value.kind !== 'share') return undefined
  const { number, numerator, denominator } = value
  const isCounted = numerator !== undefined && denominator === n && Number.isInteger(numerator)
  if (isCounted && numerator >= 0 && numerator <= n) return numerator
  const decimals = decimalsOf(number, printed)
  // What has more digits was computed, not printed; of so many people several counts always print alike.
  if (Number(number.toFixed(decimals)) !== number || n > 200 * 10 ** decimals) return undefined
  const counts = feasibleCounts(number / 100, n, decimals)
  return counts.length === 1 ? counts[0] : undefined
}
