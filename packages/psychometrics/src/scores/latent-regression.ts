import { scaleOf } from '../calibration/starts.ts'
import { MISSING, type Responses } from '../data/responses.ts'
import type { Item } from '../models/item.ts'
import { posteriorTour } from './posteriors.ts'
import { type DesignInput, regressionDesign } from './regression-design.ts'

/** What is known of persons besides their answers. */
export type LatentRegressionInput = DesignInput & {
  data: Responses
  /** as calibrated */
  items: readonly Item[]
  /** largest change of a coefficient at the end, in units of the scale (1 / mean slope); 1e-6 when left out */
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
 * @throws RangeError when shapes differ, covariates depend on each other, persons are not more than coefficients,
 *   or a school has no finite mean because all its answers earn full points, or none
 * @see Mislevy (1985), JASA 80(392)
 */
export function latentRegression(input: LatentRegressionInput): LatentRegression {
  const design = regressionDesign('latentRegression', input.data, input)
  checkEnds(input.data, input.schools)
  const tour = posteriorTour('latentRegression', input.data, input.items)
  const { persons, weights } = input.data
  const weigh = (person: number) => weights?.[person] ?? 1
  const counted = weights ? weights.filter((weight) => weight > 0).length : persons
  if (!(counted > design.size)) {
    throw new RangeError(`latentRegression: ${counted} persons are too few for ${design.size} coefficients`)
  }
  const eap = new Float64Array(persons)
  const scale = scaleOf(input.items)
  const unit = 1 / scale.slope
  let coefficients: Float64Array = new Float64Array(design.size).fill(scale.centre, 0, design.intercepts)
  let variance = unit * unit
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
    const largest = Math.max(change / unit, Math.abs(nextVariance - variance) / (unit * unit))
    converged = largest < (input.tolerance ?? 1e-6)
    coefficients = next
    variance = nextVariance
  }
  return { coefficients, residualSd: Math.sqrt(variance), logLikelihood, iterations, converged }
}

/** Refuses schools whose answers all lie at one end: the higher (or lower) their mean, the likelier the answers. */
function checkEnds(data: Responses, schools: ArrayLike<number> | undefined): void {
  const { persons, items, values, highest, weights } = data
  const [rise, fall] = [new Set<number>(), new Set<number>()]
  for (let person = 0; person < persons; person++) {
    if (weights?.[person] === 0) continue
    const school = schools?.[person] ?? 0
    for (let item = 0; item < items; item++) {
      const value = values[person * items + item]!
      if (value === MISSING) continue
      if (value > 0) rise.add(school)
      if (value < highest[item]!) fall.add(school)
    }
  }
  for (let person = 0; person < persons; person++) {
    const school = schools?.[person] ?? 0
    if (rise.has(school) && fall.has(school)) continue
    const whose = schools ? `school ${school}` : 'all persons'
    throw new RangeError(
      `latentRegression: the answers of ${whose} earn ${rise.has(school) ? 'full' : 'no'} points, so the mean has no bound; join with others`,
    )
  }
}
