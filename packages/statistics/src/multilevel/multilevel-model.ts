import { invertCholesky } from '../linear-algebra/cholesky.ts'
import {
  checkLength,
  checkMatrix,
  checkNumbers,
  independentColumns,
  type Matrix,
  multiply,
} from '../linear-algebra/matrix.ts'
import { invertUpper, type Orthonormal, orthonormalise, sandwich } from '../linear-algebra/orthonormal.ts'
import { type Codes, countsByCode, encode, type Label, sumsByCode } from '../surveys/labels.ts'
import { type GroupEffect, groupEffects } from './group-effects.ts'
import { type GroupSums, sumByGroup, type TotalSums } from './group-sums.ts'
import { type Minimum, minimise } from './minimise.ts'
import type { MultilevelMethod, MultilevelPrior } from './options.ts'
import { lowerTriangle, profiledDeviance } from './profiled-deviance.ts'
import { boundsWeakPrior, factorFromLogs, logsOfDiagonal } from './weak-prior.ts'

/** With fewer groups the variance between them cannot be estimated from the data alone. */
export const LEAST_GROUPS = 10

/** People in groups: pupils in schools. */
export type MultilevelData = {
  /** One number for each person. */
  response: ArrayLike<number>
  /** `persons × columns`, with a column of ones for the intercept. */
  fixed: Matrix
  /** The group of each person. */
  groups: ArrayLike<Label>
  /**
   * What varies between groups, `persons × columns`: ones for a random intercept (the default), ones and x for
   * a random slope on x as well.
   */
  random?: Matrix
}

/** A fitted multilevel model. */
export type MultilevelModel = {
  method: MultilevelMethod
  prior: MultilevelPrior
  /** One for each fixed column, with standard errors and covariance `columns × columns`. */
  coefficients: Float64Array
  standardErrors: Float64Array
  covariance: Float64Array
  /** Covariance of the random effects between groups, `random columns` square. */
  between: Float64Array
  /** Variance of people within groups. */
  within: number
  /** One for each group, in the order in which groups first appear. */
  groups: GroupEffect[]
  /** At the estimate, without what the prior adds; under the weak prior a little below the highest. */
  logLikelihood: number
  /** −2 log-likelihood; of REML only comparable between models with the same fixed columns. */
  deviance: number
  aic: number
  iterations: number
  converged: boolean
  /** The best variance between groups, or one of its directions, is 0. */
  isSingular: boolean
  /**
   * What the estimate does not bear. `fewGroups`: with fewer than ten the variance between them is a guess; better
   * compare fixed effects with multiplicity control. `weakPrior`: the prior keeps that variance from 0.
   */
  caveats: ('fewGroups' | 'weakPrior' | 'singular' | 'notConverged')[]
}

/**
 * Linear model with effects of groups: what people have in common with their school, estimated together with
 * what holds for all. Group effects are shrunken towards 0 by how little a group tells.
 *
 * @param method 'reml' when left out; 'ml' to compare models with other fixed columns
 * @param prior left out, 'weak' with fewer than ten groups and 'none' with more; also 'none' where the groups are
 * too few even for the weak prior: two with REML, or one more than the fixed columns that do not vary within groups
 * @throws RangeError when shapes differ, a number is not finite, a group is missing, columns are dependent,
 * there are not more persons than fixed columns and than groups times random ones, there is only one group, the
 * response does not vary within groups, or the weak prior is asked for with too few groups
 * @see agrees with R `lme4::lmer` without prior
 */
export function fitMultilevel(
  data: MultilevelData,
  method: MultilevelMethod = 'reml',
  prior?: MultilevelPrior,
): MultilevelModel {
  const problem = prepare(data)
  const chosen = priorFor(problem, method, prior)
  const { sums, total, start } = problem
  const q = problem.z.q.columns
  const thetaOf = (at: Float64Array) => (chosen === 'weak' ? factorFromLogs(at, q) : at)
  const best = minimise(
    (at) => profiledDeviance(sums, total, thetaOf(at), method, chosen).criterion,
    chosen === 'weak' ? logsOfDiagonal(start) : start,
    1e-11,
  )
  return describe(problem, method, chosen, best, thetaOf(best.at))
}

/** Data ready for the search: columns made orthonormal, and the response without what least squares explain. */
type Problem = {
  names: string[]
  x: Orthonormal
  z: Orthonormal
  /** Least-squares slopes on the orthonormal fixed columns. */
  plain: Float64Array
  sums: GroupSums[]
  total: TotalSums
  start: number[]
}

function prepare(data: MultilevelData): Problem {
  const { response, fixed, random } = checked(data)
  const codes = encode('fitMultilevel', 'group', data.groups)
  const groups = codes.names.length
  if (groups < 2) throw new RangeError(`fitMultilevel: ${groups} groups, nothing to compare`)
  if (fixed.rows <= groups * random.columns) {
    throw new RangeError(
      `fitMultilevel: ${fixed.rows} persons for ${random.columns} random columns of ${groups} groups`,
    )
  }
  const x = orthonormalise(fixed)
  const z = orthonormalise(random)
  const plain = columnMeans(x.q, response)
  // Without what least squares explain, sums of squares cancel little.
  const left = multiply(x.q, plain).map((fitted, i) => response[i]! - fitted)
  const start = startOf(random.columns, varianceRatio(codes, left, response))
  return { names: codes.names, x, z, plain, start, ...sumByGroup(codes, x.q, z.q, left) }
}

function priorFor(
  { names, sums, total }: Problem,
  method: MultilevelMethod,
  asked: MultilevelPrior | undefined,
): MultilevelPrior {
  const isBounded = boundsWeakPrior(sums, total, method)
  if (asked === 'weak' && !isBounded)
    throw new RangeError(`fitMultilevel: ${names.length} groups are too few for the weak prior`)
  return asked ?? (names.length < LEAST_GROUPS && isBounded ? 'weak' : 'none')
}

/** The model at the best relative random effects `theta`, in the units of the given columns. */
function describe(
  { names, x, z, plain, sums, total }: Problem,
  method: MultilevelMethod,
  prior: MultilevelPrior,
  { converged, iterations }: Minimum,
  theta: ArrayLike<number>,
): MultilevelModel {
  const [p, q] = [x.q.columns, z.q.columns]
  const { slopes, residualVariance, precision, ...profiled } = profiledDeviance(
    sums,
    total,
    theta,
    method,
    prior,
  )
  const deviance = profiled.deviance + (method === 'ml' ? 0 : 2 * logOfDiagonal(x.r, p))
  const toFixed = invertUpper(x.r, p)
  const toRandom = invertUpper(z.r, q)
  const unscaled = invertCholesky(precision, p).map((value) => value * residualVariance)
  const covariance = sandwich(toFixed, unscaled, p)
  const lambda = lowerTriangle(theta, q)
  const parameters = (q * (q + 1)) / 2 + 1 + p
  const isSingular = leastDirection(lambda, q) < 1e-4
  return {
    method,
    prior,
    coefficients: multiply(
      { rows: p, columns: p, values: toFixed },
      slopes.map((slope, j) => slope + plain[j]!),
    ),
    standardErrors: Float64Array.from({ length: p }, (_, j) => Math.sqrt(covariance[j * p + j]!)),
    covariance,
    between: sandwich(toRandom, timesTransposed(lambda, q, residualVariance), q),
    within: residualVariance,
    groups: groupEffects(names, sums, lambda, slopes, residualVariance, toRandom),
    logLikelihood: -deviance / 2,
    deviance,
    aic: deviance + 2 * parameters,
    iterations,
    converged,
    isSingular,
    caveats: [
      ...(names.length < LEAST_GROUPS ? (['fewGroups'] as const) : []),
      ...(prior === 'weak' ? (['weakPrior'] as const) : []),
      ...(isSingular ? (['singular'] as const) : []),
      ...(converged ? [] : (['notConverged'] as const)),
    ],
  }
}

function checked({ response, fixed, groups, random }: MultilevelData) {
  const caller = 'fitMultilevel'
  checkMatrix(caller, fixed, 'fixed')
  const ones = { rows: fixed.rows, columns: 1, values: new Float64Array(fixed.rows).fill(1) }
  const between = random ?? ones
  checkMatrix(caller, between, 'random')
  checkLength(caller, new Uint8Array(between.rows), fixed.rows, 'random rows')
  checkLength(caller, response, fixed.rows, 'responses')
  checkLength(caller, groups, fixed.rows, 'groups')
  checkNumbers(caller, response, 'response')
  if (fixed.rows <= fixed.columns)
    throw new RangeError(`${caller}: ${fixed.rows} persons for ${fixed.columns} columns`)
  for (const [name, matrix] of [
    ['fixed', fixed],
    ['random', between],
  ] as const) {
    const independent = independentColumns(matrix)
    const dependent = Array.from({ length: matrix.columns }, (_, j) => j).find(
      (j) => !independent.includes(j),
    )
    if (dependent !== undefined)
      throw new RangeError(`${caller}: ${name} column ${dependent} depends on earlier ones`)
  }
  return { response, fixed, random: between }
}

/** What REML gains from the units of the fixed columns, which orthonormal ones do not have. */
function logOfDiagonal(r: Float64Array, p: number): number {
  return Array.from({ length: p }, (_, j) => Math.log(r[j * p + j]!)).reduce((sum, log) => sum + log, 0)
}

/** Mean of each column times the response: the least-squares slopes on orthonormal columns. */
function columnMeans({ rows, columns, values }: Matrix, response: ArrayLike<number>): Float64Array {
  const means = new Float64Array(columns)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      means[j]! += (values[i * columns + j]! * response[i]!) / rows
    }
  }
  return means
}

/** How many times the variance within groups the one between them is, roughly, by analysis of variance. */
function varianceRatio(groups: Codes, left: Float64Array, response: ArrayLike<number>): number {
  const sizes = countsByCode(groups)
  const means = sumsByCode(groups, left).map((sum, group) => sum / sizes[group]!)
  const square = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0)
  const within = square(left.map((value, i) => value - means[groups.codes[i]!]!))
  const rounding = 1e-29 * square(Float64Array.from(response))
  if (within <= Math.max(1e-20 * left.length * Math.max(square(left), 1e-280), rounding)) {
    throw new RangeError(
      'fitMultilevel: the response does not vary within groups, beyond what the fixed columns explain',
    )
  }
  return square(means) / (means.length - 1) / (within / (left.length - means.length))
}

/** Relative random effects to begin with: levels as analysis of variance has them, the rest half as spread as people. */
function startOf(q: number, ratio: number): number[] {
  const level = Math.max(0.1, Math.sqrt(ratio))
  return Array.from({ length: q }, (_, i) =>
    Array.from({ length: i + 1 }, (_, j) => (i !== j ? 0 : i === 0 ? level : 0.5)),
  ).flat()
}

function timesTransposed(lambda: Float64Array, q: number, scale: number): Float64Array {
  return Float64Array.from({ length: q * q }, (_, at) => {
    let sum = 0
    for (let k = 0; k < q; k++) sum += lambda[Math.floor(at / q) * q + k]! * lambda[(at % q) * q + k]!
    return sum * scale
  })
}

/** The smallest diagonal entry of the factor, which is 0 when the covariance is singular. */
function leastDirection(lambda: Float64Array, q: number): number {
  return Math.min(...Array.from({ length: q }, (_, i) => Math.abs(lambda[i * q + i]!)))
}
