import type { Responses } from '../data/responses.ts'
import type { Item } from '../models/item.ts'
import { posteriorTour } from './posteriors.ts'
import { type DesignInput, regressionDesign } from './regression-design.ts'

/** What is known of persons besides their answers. */
export type LatentRegressionInput = DesignInput & {
  data: Responses
  /** as calibrated */
  items: readonly Item[]
  /** largest change of a coefficient at the end; 1e-6 when left out */
  tolerance?: number
  mostIterations?: number
}

/** Ability regressed on what is known of the persons, free of measurement error. */
export type LatentRegression = {
  /** intercept (or one for each school) first, then one for each covariate */
  readonly coefficients: Float64Array
  /** standard deviation of ability around the regression */
  readonly residualSd: number
  readonly logLikelihood: number
  readonly iterations: number
  readonly converged: boolean
}

/**
 * Regresses ability on covariates and school by EM, with item parameters known: θ = school + covariates·β + e.
 *
 * @throws RangeError when shapes differ or covariates depend on each other
 * @see Mislevy (1985), JASA 80(392)
 */
export function latentRegression(input: LatentRegressionInput): LatentRegression {
  const design = regressionDesign('latentRegression', input.data, input)
  const tour = posteriorTour('latentRegression', input.data, input.items)
  const { persons, weights } = input.data
  const weigh = (person: number) => weights?.[person] ?? 1
  const eap = new Float64Array(persons)
  let coefficients: Float64Array = new Float64Array(design.size)
  let variance = 1
  let [iterations, converged, logLikelihood] = [0, false, 0]
  while (!converged && iterations < (input.mostIterations ?? 500)) {
    iterations++
    const means = design.predict(coefficients)
    let [total, unknown] = [0, 0]
    logLikelihood = 0
    const conditioning = { means, sds: Float64Array.of(Math.sqrt(variance)), sdOf: () => 0 }
    tour(conditioning, (visit) => {
      const weight = weigh(visit.person)
      eap[visit.person] = visit.mean
      unknown += weight * visit.variance
      total += weight
      logLikelihood += weight * visit.logIntegral
    })
    const next = design.fit(eap)
    const fitted = design.predict(next)
    let squares = 0
    for (let person = 0; person < persons; person++)
      squares += weigh(person) * (eap[person]! - fitted[person]!) ** 2
    const nextVariance = (squares + unknown) / total
    const change = next.reduce((most, each, at) => Math.max(most, Math.abs(each - coefficients[at]!)), 0)
    converged = Math.max(change, Math.abs(nextVariance - variance)) < (input.tolerance ?? 1e-6)
    coefficients = next
    variance = nextVariance
  }
  return { coefficients, residualSd: Math.sqrt(variance), logLikelihood, iterations, converged }
}
