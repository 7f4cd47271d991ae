import type { CodedStage, SurveyDesign } from './design.ts'
import { sumsByCode } from './labels.ts'
import { fittedValues } from './weighted-regression.ts'

/**
 * Covariance of estimated totals by linearisation, stage by stage: within each stratum the spread of the unit
 * sums, with finite population correction; inner stages count with the drawn share of their outer unit.
 *
 * @param influences lists of what one person adds to a total, one number for each respondent; times their weights
 * they sum to the totals
 * @throws RangeError when a stratum has a single unit drawn from more; `caller` names the function in the message
 * @see Särndal, Swensson & Wretman (1992), result 4.3.1; agrees with R `survey:::svyrecvar`
 */
export function covarianceOfTotals(
  caller: string,
  design: SurveyDesign,
  influences: readonly Float64Array[],
): Float64Array {
  const k = influences.length
  const covariance = new Float64Array(k * k)
  const unexplained = influences.map((values) => weightedResiduals(design, values))
  let outerShare: ShareOfUnit = () => 1
  for (const stage of design.stages) {
    const sums = unexplained.map((values) => sumsByCode(stage.units, values))
    addStage(caller, stage, sums, outerShare, covariance)
    outerShare = shareWithin(stage, outerShare)
  }
  return covariance
}

/** What share of the units like this one was drawn, over this and all outer stages. */
type ShareOfUnit = (unit: number) => number

function shareWithin(
  { stratumOfUnit, drawn, populations, outerUnit }: CodedStage,
  outerShare: ShareOfUnit,
): ShareOfUnit {
  const shares = Float64Array.from(stratumOfUnit, (stratum) => {
    const own = drawn[stratum]! / populations[stratum]!
    return own * outerShare(outerUnit[stratum]!)
  })
  return (unit) => shares[unit]!
}

function addStage(
  caller: string,
  { stratumOfUnit, drawn, populations, strataNames, outerUnit }: CodedStage,
  sums: Float64Array[],
  outerShare: ShareOfUnit,
  covariance: Float64Array,
): void {
  const k = sums.length
  const strata = { codes: stratumOfUnit, names: Array.from(drawn, String) }
  const means = sums.map((values) => sumsByCode(strata, values).map((sum, h) => sum / drawn[h]!))
  const factors = Float64Array.from(drawn, (units, h) => {
    const population = populations[h]!
    const share = outerShare(outerUnit[h]!) * (1 - units / population)
    if (share === 0) return 0
    if (units === 1) {
      const size = population === Infinity ? 'more' : population
      throw new RangeError(`${caller}: ${strataNames[h]} has a single unit drawn from ${size}`)
    }
    return (share * units) / (units - 1)
  })
  stratumOfUnit.forEach((stratum, unit) => {
    const factor = factors[stratum]!
    if (factor === 0) return
    const from = sums.map((values, a) => values[unit]! - means[a]![stratum]!)
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) {
        covariance[a * k + b]! += factor * from[a]! * from[b]!
      }
    }
  })
}

/** Weighted values without what the auxiliary columns explain, beginning with those fitted last. */
function weightedResiduals({ calibrations, weights }: SurveyDesign, values: Float64Array): Float64Array {
  const left = calibrations.reduceRight((each, { columns, before }) => {
    const fitted = fittedValues(columns, before, each)
    return each.map((value, i) => value - fitted[i]!)
  }, values)
  return left.map((value, i) => weights[i]! * value)
}
