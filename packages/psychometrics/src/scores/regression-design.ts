import { solveCholesky } from '@izaugsme/statistics'
import type { Responses } from '../data/responses.ts'
import { definiteFactor } from '../numerics/symmetric.ts'

/** Columns that ability is regressed on. */
export type DesignInput = {
  /** per covariate one number for each person */
  covariates?: readonly ArrayLike<number>[]
  /** per person the number of its school, from 0 without a gap; each school then has an intercept of its own */
  schools?: ArrayLike<number>
}

/** A least-squares problem solved many times with different left sides. */
export type RegressionDesign = {
  readonly size: number
  /** how many of the coefficients, the first ones, are intercepts */
  readonly intercepts: number
  predict(coefficients: Float64Array): Float64Array
  fit(response: Float64Array): Float64Array
  /** Cholesky factor of the weighted cross-products, size × size */
  readonly factor: Float64Array
}

function checkCovariates(caller: string, covariates: readonly ArrayLike<number>[], persons: number): void {
  for (const [at, column] of covariates.entries()) {
    if (column.length !== persons) {
      throw new RangeError(`${caller}: a covariate has ${column.length} values for ${persons} persons`)
    }
    for (let person = 0; person < persons; person++) {
      if (!Number.isFinite(column[person])) {
        throw new RangeError(
          `${caller}: covariate ${at} is ${column[person]} for person ${person}, no number`,
        )
      }
    }
  }
}

function checkSchools(caller: string, schools: ArrayLike<number>, persons: number): void {
  if (schools.length !== persons) {
    throw new RangeError(`${caller}: schools has ${schools.length} values for ${persons} persons`)
  }
  const known = new Set<number>()
  for (let person = 0; person < persons; person++) {
    const school = schools[person]!
    if (!(Number.isInteger(school) && school >= 0)) {
      throw new RangeError(`${caller}: school ${school} of person ${person} is not a whole number from 0`)
    }
    known.add(school)
  }
  for (let school = 0; school < known.size; school++) {
    if (!known.has(school)) throw new RangeError(`${caller}: school ${school} has no person`)
  }
}

/** Builds the design: one intercept or one for each school, then the covariates. */
export function regressionDesign(
  caller: string,
  { persons, weights }: Responses,
  { covariates = [], schools }: DesignInput,
): RegressionDesign {
  checkCovariates(caller, covariates, persons)
  if (schools) checkSchools(caller, schools, persons)
  const schoolOf = schools ? Int32Array.from(schools) : new Int32Array(persons)
  const schoolCount = schoolOf.reduce((most, school) => Math.max(most, school), 0) + 1
  const size = schoolCount + covariates.length
  const crossed = new Float64Array(size * size)
  for (let person = 0; person < persons; person++) {
    const weight = weights?.[person] ?? 1
    const school = schoolOf[person]!
    crossed[school * size + school]! += weight
    for (let a = 0; a < covariates.length; a++) {
      const row = (schoolCount + a) * size
      const value = weight * covariates[a]![person]!
      crossed[row + school]! += value
      for (let b = 0; b <= a; b++) crossed[row + schoolCount + b]! += value * covariates[b]![person]!
    }
  }
  const factor = definiteFactor(crossed, size)
  if (!factor)
    throw new RangeError(
      `${caller}: ${covariates.length} covariates and ${schoolCount} schools depend on each other`,
    )
  return {
    size,
    intercepts: schoolCount,
    factor,
    predict: (coefficients) =>
      Float64Array.from(schoolOf, (school, person) => {
        let sum = coefficients[school]!
        for (let a = 0; a < covariates.length; a++)
          sum += coefficients[schoolCount + a]! * covariates[a]![person]!
        return sum
      }),
    fit: (response) => {
      const right = new Float64Array(size)
      for (let person = 0; person < persons; person++) {
        const value = (weights?.[person] ?? 1) * response[person]!
        right[schoolOf[person]!]! += value
        for (let a = 0; a < covariates.length; a++) right[schoolCount + a]! += value * covariates[a]![person]!
      }
      return solveCholesky(factor, size, right)
    },
  }
}
