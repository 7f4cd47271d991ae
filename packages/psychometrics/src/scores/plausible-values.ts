import { type SeededRandom, seededRandom } from '@izaugsme/statistics'
import { scaleWeights } from '../data/sampling-weights.ts'
import { type LatentRegression, type LatentRegressionInput, latentRegression } from './latent-regression.ts'
import { type PosteriorVisit, posteriorTour } from './posteriors.ts'
import { type RegressionDesign, regressionDesign } from './regression-design.ts'

export type PlausibleValuesInput = LatentRegressionInput & {
  /** whole number; stored with the result it gives the same values again */
  seed: number
  /** how many values for each person, at least 10, which is what is drawn when left out */
  count?: number
  /** steps of the chain for one kept draw, 20 when left out: with short tests, fewer leave draws too alike */
  thinning?: number
}

/** With fewer draws, what is not known of abilities is itself too badly known. */
const FEWEST_DRAWS = 10

export type PlausibleValues = {
  /** one array for each draw, each with a value for each person */
  readonly draws: readonly Float64Array[]
  readonly regression: LatentRegression
  readonly seed: number
}

/**
 * Draws plausible values: abilities that a person with these answers, school and covariates may have. Whatever is
 * estimated for groups (means, spreads, shares, differences) is estimated once with each draw and pooled by
 * `poolPlausibleValues`. The school belongs into the model when schools are compared: without it their means
 * are drawn together.
 *
 * Never average a person's plausible values and never show them as a person's result.
 *
 * The chain starts at the maximum of the latent regression and draws in turn abilities given the regression
 * and the regression given abilities, so that what is not known of either is in the draws. Weights are taken as
 * sampling weights: a person is one person however many it stands for.
 *
 * @throws RangeError as `latentRegression`, and when count is below 10 or thinning below 1
 * @see Mislevy (1991), Psychometrika 56(2); von Davier, Gonzalez & Mislevy (2009), IERI Monographs 2
 */
export function plausibleValues(input: PlausibleValuesInput): PlausibleValues {
  const { data, items, seed, count = FEWEST_DRAWS, thinning = 20 } = input
  if (!(Number.isInteger(count) && count >= FEWEST_DRAWS)) {
    throw new RangeError(`plausibleValues: count ${count} is not a whole number from ${FEWEST_DRAWS}`)
  }
  if (!(Number.isInteger(thinning) && thinning >= 1)) {
    throw new RangeError(`plausibleValues: thinning ${thinning} is not a whole number from 1`)
  }
  const random = seededRandom(seed)
  const regression = latentRegression(input)
  const scaled = scaleWeights(data)
  const design = regressionDesign('plausibleValues', scaled, input)
  const tour = posteriorTour('plausibleValues', data, items)
  let coefficients = regression.coefficients
  let sd = regression.residualSd
  const abilities = new Float64Array(data.persons)
  const draws: Float64Array[] = []
  for (let sweep = 1; draws.length < count; sweep++) {
    tour({ means: design.predict(coefficients), sds: Float64Array.of(sd), sdOf: () => 0 }, (visit) => {
      abilities[visit.person] = drawFrom(visit, random)
    })
    if (sweep % thinning === 0) draws.push(abilities.slice())
    const drawn = drawRegression(design, abilities, scaled.weights, random)
    coefficients = drawn.coefficients
    sd = drawn.sd
  }
  return { draws, regression, seed }
}

/** A value from the posterior: a node by its weight, then somewhere within its step. */
function drawFrom({ mass, from, to, sum, grid }: PosteriorVisit, random: SeededRandom): number {
  let left = random.uniform() * sum
  let at = from
  while (at < to && left > mass[at]!) left -= mass[at++]!
  return grid.nodes[at]! + (random.uniform() - 0.5) * grid.step
}

/** A regression that these abilities may come from (flat prior). */
function drawRegression(
  design: RegressionDesign,
  abilities: Float64Array,
  weights: Float64Array | undefined,
  random: SeededRandom,
): { coefficients: Float64Array; sd: number } {
  const { size, factor } = design
  const centre = design.fit(abilities)
  const fitted = design.predict(centre)
  let [squares, persons] = [0, 0]
  for (let person = 0; person < abilities.length; person++) {
    const weight = weights?.[person] ?? 1
    squares += weight * (abilities[person]! - fitted[person]!) ** 2
    persons += weight
  }
  const sd = Math.sqrt(squares / (2 * random.gamma((persons - size) / 2)))
  // Lᵀ·x = z gives x with covariance (L·Lᵀ)⁻¹.
  const x = Float64Array.from({ length: size }, () => random.normal())
  for (let row = size - 1; row >= 0; row--) {
    let value = x[row]!
    for (let k = row + 1; k < size; k++) value -= factor[k * size + row]! * x[k]!
    x[row] = value / factor[row * size + row]!
  }
  return { coefficients: centre.map((value, at) => value + sd * x[at]!), sd }
}
