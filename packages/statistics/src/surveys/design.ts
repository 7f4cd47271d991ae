import { checkCount } from '../argument-checks.ts'
import { checkLength, checkNumbers, type Matrix } from '../linear-algebra/matrix.ts'
import { type Codes, countsByCode, encode, encodePairs, firstPlaces, type Label } from './labels.ts'

/** One stage of drawing: people, or clusters of people, without replacement within strata. */
export type Stage = {
  /** One label for each respondent; all in one stratum when left out. */
  strata?: ArrayLike<Label>
  /** What was drawn at this stage, one label for each respondent; each respondent alone when left out. */
  clusters?: ArrayLike<Label>
  /**
   * How many of those there are in the respondent's stratum: one number for all, or one for each respondent.
   * Left out: endless, so no finite population correction.
   */
  populations?: number | ArrayLike<number>
  /** How respondents were drawn inside the clusters; left out, everyone there or a negligible part counts. */
  within?: Stage
}

/** How respondents came about and what each stands for; made by `surveyDesign`, changed only by copying. */
export type SurveyDesign = {
  respondents: number
  weights: Float64Array
  stages: CodedStage[]
  /** What weights were fitted to, in order. Estimates vary only by what these do not explain. */
  calibrations: Calibration[]
}

/** A stage with labels as numbers; units and strata are numbered through all outer clusters. */
export type CodedStage = {
  /** Stratum of each unit. */
  stratumOfUnit: Int32Array
  /** Unit of each respondent. */
  units: Codes
  /** Units drawn and in the population (∞ when not known), by stratum. */
  drawn: Int32Array
  populations: Float64Array
  /** What to call each stratum: by its label, or by the outer cluster that it is. */
  strataNames: string[]
  /** Unit of the stage before in which each stratum lies; −1 at the first stage. */
  outerUnit: Int32Array
}

/** The auxiliary columns weights were fitted to, and the weights before. */
export type Calibration = { columns: Matrix; before: Float64Array }

/**
 * Describes how respondents were drawn. A census with nonresponse is described as if those who answered had
 * been drawn at random within strata; say so wherever its intervals are shown.
 *
 * @param respondents how many, at least 1; every list has one entry for each
 * @param weights how many people each stands for; left out, population over drawn, multiplied over stages
 * @throws RangeError when lengths differ, a label is missing, a population is smaller than what was drawn from
 * it or varies within a stratum, a weight is not positive, or there are neither weights nor populations
 */
export function surveyDesign(
  respondents: number,
  stage: Stage = {},
  weights?: ArrayLike<number>,
): SurveyDesign {
  checkCount('surveyDesign', 'respondents', respondents, 1)
  const stages: CodedStage[] = []
  let outer: OuterStage | undefined
  for (let next: Stage | undefined = stage; next; next = next.within) {
    const coded = codeStage(respondents, next, outer)
    stages.push(coded)
    outer = { clusters: next.clusters, units: coded.units }
  }
  const design = { respondents, stages, calibrations: [] }
  if (!weights) return { ...design, weights: expansionWeights(respondents, stages) }
  checkLength('surveyDesign', weights, respondents, 'weights')
  checkNumbers('surveyDesign', weights, 'weight')
  const wrong = Array.from(weights).find((weight) => !(weight > 0))
  if (wrong !== undefined) throw new RangeError(`surveyDesign: weight ${wrong} is not positive`)
  return { ...design, weights: Float64Array.from(weights) }
}

/**
 * Degrees of freedom for t: clusters (or respondents) less strata, of the first stage. For a part of the population
 * only those count in which somebody belongs to it.
 *
 * @see Korn & Graubard (1999), Analysis of Health Surveys, §5.2; agrees with R `survey::degf` of a subset
 */
export function degreesOfFreedom({ stages }: SurveyDesign, inside?: readonly boolean[]): number {
  const { units, stratumOfUnit } = stages[0]!
  const touched = new Set(units.codes.filter((_, i) => inside?.[i] ?? true))
  return touched.size - new Set(Array.from(touched, (unit) => stratumOfUnit[unit])).size
}

/** Whether, at every stage and wherever somebody belongs to the part, all there are were drawn. */
export function isCensus({ stages }: SurveyDesign, inside: readonly boolean[]): boolean {
  return stages.every((stage) =>
    strataOfRespondents(stage).every(
      (stratum, i) => !inside[i] || stage.drawn[stratum] === stage.populations[stratum],
    ),
  )
}

/** The stratum of each respondent at a stage. */
export function strataOfRespondents({ units, stratumOfUnit }: CodedStage): Int32Array {
  return units.codes.map((unit) => stratumOfUnit[unit]!)
}

type OuterStage = { clusters: ArrayLike<Label> | undefined; units: Codes }

function codeStage(respondents: number, stage: Stage, outer: OuterStage | undefined): CodedStage {
  const { strata, clusters, populations = Infinity } = stage
  if (strata) checkLength('surveyDesign', strata, respondents, 'strata')
  if (clusters) checkLength('surveyDesign', clusters, respondents, 'clusters')
  const all = Int32Array.from({ length: respondents }, (_, i) => i)
  const outerUnits = outer ? outer.units.codes : new Int32Array(respondents)
  const own = strata ? encode('surveyDesign', 'stratum', strata).codes : new Int32Array(respondents)
  const strataCodes = encodePairs(outerUnits, own)
  const units = encodePairs(
    strataCodes.codes,
    clusters ? encode('surveyDesign', 'cluster', clusters).codes : all,
  )
  const stratumOfUnit = firstPlaces(units).map((place) => strataCodes.codes[place]!)
  const strataPlaces = firstPlaces(strataCodes)
  const drawn = countsByCode({ codes: stratumOfUnit, names: strataCodes.names })
  return {
    stratumOfUnit,
    units,
    drawn,
    populations: populationsOf(populations, respondents, strataCodes, drawn),
    strataNames: Array.from(strataPlaces, (place) => {
      if (strata) return `stratum ${strata[place]}`
      return outer?.clusters ? `cluster ${outer.clusters[place]}` : 'the only stratum'
    }),
    outerUnit: strataPlaces.map((place) => (outer ? outerUnits[place]! : -1)),
  }
}

function populationsOf(
  given: number | ArrayLike<number>,
  respondents: number,
  strata: Codes,
  drawn: Int32Array,
): Float64Array {
  const each = typeof given === 'number' ? new Float64Array(respondents).fill(given) : given
  checkLength('surveyDesign', each, respondents, 'populations')
  const populations = Float64Array.from(firstPlaces(strata), (place) => each[place]!)
  strata.codes.forEach((stratum, i) => {
    const population = populations[stratum]!
    if (each[i] !== population) {
      throw new RangeError(`surveyDesign: populations ${population} and ${each[i]} in one stratum`)
    }
    if (!(population >= drawn[stratum]!)) {
      throw new RangeError(`surveyDesign: population ${population} is less than the ${drawn[stratum]} drawn`)
    }
  })
  return populations
}

function expansionWeights(respondents: number, stages: CodedStage[]): Float64Array {
  const weights = new Float64Array(respondents).fill(1)
  for (const stage of stages) {
    const strata = strataOfRespondents(stage)
    strata.forEach((stratum, i) => {
      weights[i] = (weights[i]! * stage.populations[stratum]!) / stage.drawn[stratum]!
    })
  }
  if (weights.includes(Infinity))
    throw new RangeError('surveyDesign: neither weights nor populations are given')
  return weights
}
