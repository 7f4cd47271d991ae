import { cholesky, solveCholesky } from '../linear-algebra/cholesky.ts'
import { independentColumns } from '../linear-algebra/matrix.ts'
import type { Calibration, CodedStage, SurveyDesign } from './design.ts'
import { sumsByCode } from './labels.ts'

/**
 * Covariance of estimated totals by linearisation, stage by stage: within each stratum the spread of the unit
 * sums, with finite population correction; inner stages count with the drawn share of their outer unit.
 *
 * @param influences lists of weighted values, one number for each respondent; their sums are the totals
 * @returns `lists × lists`, row after row
 * @throws RangeError when a stratum has a single unit drawn from more
 * @see Särndal, Swensson & Wretman (1992), result 4.3.1; agrees with R `survey:::svyrecvar`
 */
export function covarianceOfTotals(
  design: SurveyDesign,
  influences: readonly ArrayLike<number>[],
): Float64Array {
  const k = influences.length
  const covariance = new Float64Array(k * k)
  const unexplained = influences.map((values) => afterCalibrations(design.calibrations, values))
  let shares = Float64Array.of(1)
  let outerShare = (_: number) => 1
  for (const stage of design.stages) {
    const sums = unexplained.map((values) => sumsByCode(stage.units, values))
    addStage(stage, sums, outerShare, covariance)
    shares = stage.stratumOfUnit.reduce((all, stratum, unit) => {
      const drawn = (stage.drawn[stratum] as number) / (stage.populations[stratum] as number)
      all[unit] = drawn * outerShare(stage.outerUnit[stratum] as number)
      return all
    }, new Float64Array(stage.stratumOfUnit.length))
    const ofThisStage = shares
    outerShare = (unit) => ofThisStage[unit] as number
  }
  return covariance
}

function addStage(
  { stratumOfUnit, drawn, populations, outerUnit }: CodedStage,
  sums: Float64Array[],
  outerShare: (unit: number) => number,
  covariance: Float64Array,
): void {
  const k = sums.length
  const strata = { codes: stratumOfUnit, names: Array.from(drawn, String) }
  const means = sums.map((values) => sumsByCode(strata, values).map((sum, h) => sum / (drawn[h] as number)))
  const factors = Float64Array.from(drawn, (units, h) => {
    const rest = 1 - units / (populations[h] as number)
    if (rest === 0) return 0
    if (units === 1)
      throw new RangeError(`covarianceOfTotals: stratum ${h} has a single unit drawn from more`)
    return (outerShare(outerUnit[h] as number) * rest * units) / (units - 1)
  })
  stratumOfUnit.forEach((stratum, unit) => {
    const factor = factors[stratum] as number
    if (factor === 0) return
    const from = sums.map((values, a) => (values[unit] as number) - (means[a]?.[stratum] as number))
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) {
        covariance[a * k + b] =
          (covariance[a * k + b] as number) + factor * (from[a] as number) * (from[b] as number)
      }
    }
  })
}

/** What is left of weighted values when what the auxiliary columns explain is taken out. */
function afterCalibrations(
  calibrations: readonly Calibration[],
  values: ArrayLike<number>,
): ArrayLike<number> {
  return calibrations.reduce<ArrayLike<number>>((left, calibration) => residuals(calibration, left), values)
}

function residuals({ columns, before, after }: Calibration, values: ArrayLike<number>): Float64Array {
  const { columns: p, values: x } = columns
  const each = after.map((weight, i) => (values[i] as number) / weight)
  const kept = independentColumns(columns)
  const q = kept.length
  const crossed = new Float64Array(q * q)
  const right = new Float64Array(q)
  before.forEach((weight, i) => {
    kept.forEach((column, a) => {
      const scaled = weight * (x[i * p + column] as number)
      right[a] = (right[a] as number) + scaled * (each[i] as number)
      kept.forEach((other, b) => {
        crossed[a * q + b] = (crossed[a * q + b] as number) + scaled * (x[i * p + other] as number)
      })
    })
  })
  const slopes = solveCholesky(cholesky(crossed, q) as Float64Array, q, right)
  return each.map((value, i) => {
    const fitted = kept.reduce(
      (sum, column, a) => sum + (x[i * p + column] as number) * (slopes[a] as number),
      0,
    )
    return (after[i] as number) * (value - fitted)
  })
}
