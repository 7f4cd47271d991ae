import { checkLevel } from '../argument-checks.ts'
import { fQuantile } from '../distributions/fisher-f.ts'
import type { Interval } from '../interval.ts'
import { type Answers, completeAnswers, itemCovariances } from './answers.ts'

/** How consistently the items of a scale measure, and what each adds. */
export type CronbachAlpha = {
  /** At most 1; can be negative when items contradict each other (one may have to be turned round). */
  alpha: number
  /** By Feldt’s F: exact when items measure equally well and are normal. */
  interval: Interval
  /** Persons with every item answered; only they count. */
  persons: number
  items: ItemOfScale[]
}

/** An item compared with the rest of its scale. */
export type ItemOfScale = {
  mean: number
  sd: number
  /** Correlation with the sum of the others; NaN when the item or the others do not vary. */
  restCorrelation: number
  /** α of the others alone; NaN with fewer than two others or a sum that does not vary. Higher than α: the item does not fit. */
  alphaWithout: number
}

/**
 * Cronbach's α with interval, and item–rest correlations.
 *
 * @param answers `persons × items`, at least 2 items and 2 persons who answered all
 * @param level confidence, between 0 and 1
 * @throws RangeError when there are too few items or persons, or the sum does not vary
 * @see Cronbach (1951); Feldt, Woodruff & Salih (1987), Applied Psychological Measurement 11(1), for the interval;
 * agrees with R `psych::alpha` and `psych::alpha.ci`
 */
export function cronbachAlpha(answers: Answers, level = 0.95): CronbachAlpha {
  checkLevel('cronbachAlpha', level)
  const complete = completeAnswers('cronbachAlpha', answers)
  const { rows: n, columns: k } = complete
  if (k < 2) throw new RangeError(`cronbachAlpha: ${k} items, at least 2 are needed`)
  if (n < 2) throw new RangeError(`cronbachAlpha: ${n} persons answered all, at least 2 are needed`)
  const covariances = itemCovariances(complete)
  const all = Array.from({ length: k }, (_, j) => j)
  const alpha = alphaOf(covariances, k, all)
  if (Number.isNaN(alpha)) throw new RangeError('cronbachAlpha: the sum of the items does not vary')
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
  const tail = (1 - level) / 2
  return {
    alpha,
    interval: {
      low: 1 - (1 - alpha) * fQuantile(tail, df1, df2, 'upper'),
      high: 1 - (1 - alpha) * fQuantile(tail, df1, df2),
    },
    persons: n,
    items: all.map((item) => describeItem(complete, covariances, item)),
  }
}

/** α of some of the items, from covariances of all. */
function alphaOf(covariances: Float64Array, k: number, items: readonly number[]): number {
  const own = items.reduce((sum, item) => sum + covariances[item * k + item]!, 0)
  const whole = varianceOfSum(covariances, k, items)
  return items.length < 2 || whole === 0
    ? Number.NaN
    : (items.length / (items.length - 1)) * (1 - own / whole)
}

/** 0 where the items cancel and nothing but rounding is left. */
function varianceOfSum(covariances: Float64Array, k: number, items: readonly number[]): number {
  const whole = sumOver(covariances, k, items, items)
  return whole > 1e-12 * sumOver(covariances.map(Math.abs), k, items, items) ? whole : 0
}

function describeItem(
  { rows, columns: k, values }: Answers,
  covariances: Float64Array,
  item: number,
): ItemOfScale {
  const others = Array.from({ length: k }, (_, j) => j).filter((j) => j !== item)
  const variance = covariances[item * k + item]!
  const rest = varianceOfSum(covariances, k, others)
  const together = sumOver(covariances, k, [item], others)
  return {
    mean: values.reduce((sum, value, at) => (at % k === item ? sum + value : sum), 0) / rows,
    sd: Math.sqrt(variance),
    restCorrelation: variance * rest === 0 ? Number.NaN : together / Math.sqrt(variance * rest),
    alphaWithout: alphaOf(covariances, k, others),
  }
}

function sumOver(
  covariances: Float64Array,
  k: number,
  rows: readonly number[],
  columns: readonly number[],
): number {
  return rows.reduce((sum, i) => columns.reduce((own, j) => own + covariances[i * k + j]!, sum), 0)
}
