import { type Answers, completeAnswers, itemCovariances } from './answers.ts'
import { fitOneFactor, isLeast, type OneFactor } from './one-factor.ts'

/** Reliability of the sum of items that measure one thing, each as well as it does. */
export type McDonaldOmega = OneFactor & {
  /** Share of the variance of the sum that the common factor explains, 0 to 1. */
  omega: number
  persons: number
  /** Less that of a model without restrictions; 0 is a perfect fit. */
  logLikelihood: number
  /** An item seems measured without error: too few persons, or the items are not of one factor. */
  isImproper: boolean
}

/**
 * McDonald's ω (total) from a one-factor model by maximum likelihood. Unlike α it does not need items that
 * measure equally well.
 *
 * @param answers `persons × items`, at least 3 items; only persons who answered all count, and they must be
 * more than the items
 * @throws RangeError when there are too few items or persons, or an item repeats others or does not vary
 * @see McDonald (1999), Test Theory, eq. 6.20; agrees with loadings of R `factanal`
 */
export function mcdonaldOmega(answers: Answers): McDonaldOmega {
  const complete = completeAnswers('mcdonaldOmega', answers)
  const { rows: n, columns: k } = complete
  if (k < 3) throw new RangeError(`mcdonaldOmega: ${k} items, at least 3 are needed`)
  if (n <= k) throw new RangeError(`mcdonaldOmega: ${n} persons answered all, more than ${k} are needed`)
  const covariances = itemCovariances(complete)
  const model = fitOneFactor('mcdonaldOmega', covariances, k)
  const common = model.loadings.reduce((sum, loading) => sum + loading, 0) ** 2
  const own = model.uniquenesses.reduce((sum, value) => sum + value, 0)
  const isImproper = model.uniquenesses.some((own, i) => isLeast(own, covariances[i * k + i]!))
  return {
    ...model,
    omega: common / (common + own),
    persons: n,
    logLikelihood: (-(n - 1) / 2) * model.discrepancy,
    isImproper,
  }
}
