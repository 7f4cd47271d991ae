import { solveCholesky } from '@izaugsme/statistics'
import { definiteFactor } from '../numerics/symmetric.ts'
import type { Grid } from './grid.ts'
import type { Evaluation, MarginalModel } from './marginal-model.ts'

/** Where the climb ended and how. */
export type Summit = {
  readonly vector: Float64Array
  readonly logLikelihood: number
  /** observed information there, size × size; undefined when it is not positive definite */
  readonly information: Float64Array | undefined
  /** E-steps */
  readonly iterations: number
  /** whether the last Newton step, taken with the information at hand, was below the tolerance */
  readonly converged: boolean
  /** largest change in the last step */
  readonly lastStep: number
  readonly nodes: number
  /** change in the log-likelihood when the nodes are halved in distance */
  readonly quadratureError: number
}

export type ClimbOptions = {
  /** largest change of a parameter in the last Newton step */
  tolerance: number
  /** largest error of the log-likelihood by summing over nodes */
  quadratureTolerance: number
  /** most E-steps */
  mostIterations: number
}

const FIRST_STEP_SHARE = 0.2
/** The first approach may look through a coarser grid. */
const COARSE = 2
/** Share of the log-likelihood that rounding errors can move. */
const FLAT = 1e-14

/**
 * Maximises a marginal likelihood: EM with squared extrapolation (SQUAREM) up to the neighbourhood of the
 * maximum, then Newton steps on the likelihood itself. Convergence is judged on the Newton step, after all
 * acceleration; then the nodes are halved until the log-likelihood no longer changes.
 *
 * @see Varadhan & Roland (2008), Scandinavian Journal of Statistics 35(2)
 */
export function climb(model: MarginalModel, start: Float64Array, options: ClimbOptions): Summit {
  const state: State = { model, options, iterations: 0, stepShare: FIRST_STEP_SHARE }
  let vector = start
  let step = Infinity
  let logLikelihood = Number.NEGATIVE_INFINITY
  let closeness = 0.05
  let grid = model.gridFor(vector, state.stepShare)
  for (let round = 0; round < 12; round++) {
    vector = extrapolate(state, vector, closeness, round === 0 ? COARSE : 1)
    grid = model.gridFor(vector, state.stepShare)
    const newton = newtonSteps(state, vector, grid)
    vector = newton.vector
    step = newton.step
    logLikelihood = newton.logLikelihood
    if (newton.converged || state.iterations >= options.mostIterations) break
    closeness /= 10
  }
  let quadratureError = Infinity
  for (let halving = 0; halving < 5; halving++) {
    const finer = model.gridFor(vector, state.stepShare / 2)
    if (finer.nodes.length < 1.5 * grid.nodes.length) break
    const better = evaluateAt(state, vector, finer).logLikelihood
    quadratureError = Math.abs(better - logLikelihood)
    if (quadratureError <= options.quadratureTolerance) break
    state.stepShare /= 2
    grid = finer
    const newton = newtonSteps(state, vector, grid)
    vector = newton.vector
    step = newton.step
    logLikelihood = newton.logLikelihood
  }
  const information = model.information(vector, grid, false)
  const isMaximum = model.size === 0 || definiteFactor(information, model.size) !== undefined
  return {
    vector,
    logLikelihood,
    information: isMaximum ? information : undefined,
    iterations: state.iterations,
    converged: isMaximum && step <= options.tolerance,
    lastStep: step,
    nodes: grid.nodes.length,
    quadratureError,
  }
}

type State = { model: MarginalModel; options: ClimbOptions; iterations: number; stepShare: number }

function evaluateAt(state: State, vector: Float64Array, grid: Grid): Evaluation {
  state.iterations++
  return state.model.evaluate(vector, grid)
}

/**
 * EM steps with squared extrapolation until an EM step changes no parameter by more than `closeness`, or changes
 * them without climbing: then the likelihood is flat that way.
 */
function extrapolate(state: State, start: Float64Array, closeness: number, coarse: number): Float64Array {
  const { model, options } = state
  const stepShare = coarse * state.stepShare
  let vector = start
  let grid = model.gridFor(vector, stepShare)
  let here = evaluateAt(state, vector, grid)
  while (state.iterations < options.mostIterations) {
    const first = here.maximised()
    if (largestChange(vector, first) < closeness) return first
    grid = model.gridFor(first, stepShare, grid)
    const next = evaluateAt(state, first, grid)
    const second = next.maximised()
    if (largestChange(first, second) < closeness) return second
    const far = leap(vector, first, second)
    const nextGrid = model.gridFor(far, stepShare, grid)
    const there = evaluateAt(state, far, nextGrid)
    const climbed = Math.max(next.logLikelihood, there.logLikelihood) - here.logLikelihood
    if (climbed < FLAT * Math.abs(here.logLikelihood)) return second
    if (there.logLikelihood >= next.logLikelihood) {
      vector = far
      here = there
      grid = nextGrid
    } else {
      vector = second
      grid = model.gridFor(second, stepShare, grid)
      here = evaluateAt(state, second, grid)
    }
  }
  return vector
}

function leap(start: Float64Array, first: Float64Array, second: Float64Array): Float64Array {
  let [speed, bend] = [0, 0]
  for (let at = 0; at < start.length; at++) {
    const r = first[at]! - start[at]!
    speed += r * r
    bend += (second[at]! - first[at]! - r) ** 2
  }
  const alpha = bend > 0 ? Math.min(-1, Math.max(-16, -Math.sqrt(speed / bend))) : -1
  return start.map((from, at) => {
    const r = first[at]! - from
    const v = second[at]! - first[at]! - r
    return from - 2 * alpha * r + alpha * alpha * v
  })
}

/**
 * Newton steps that keep their information matrix as long as steps shrink at least fivefold. Ends unconverged
 * when the matrix is not positive definite or a step does not climb: then more EM steps are due.
 */
function newtonSteps(
  state: State,
  start: Float64Array,
  grid: Grid,
): { vector: Float64Array; logLikelihood: number; step: number; converged: boolean } {
  const { model, options } = state
  const enough = options.tolerance
  let vector = start
  let here = evaluateAt(state, vector, grid)
  let factor: Float64Array | undefined
  let isRough = true
  let before = Infinity
  while (state.iterations < options.mostIterations) {
    if (!factor) {
      factor = definiteFactor(model.information(vector, grid, isRough), model.size)
      isRough = false
      before = Infinity
    }
    if (!factor) return { vector, logLikelihood: here.logLikelihood, step: Infinity, converged: false }
    const change = solveCholesky(factor, model.size, here.gradient)
    const step = change.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
    if (!(step < 3)) return { vector, logLikelihood: here.logLikelihood, step: Infinity, converged: false }
    const candidate = vector.map((value, at) => value + change[at]!)
    const there = evaluateAt(state, candidate, grid)
    if (!(there.logLikelihood >= here.logLikelihood - 1e-9 * Math.abs(here.logLikelihood))) {
      return { vector, logLikelihood: here.logLikelihood, step, converged: false }
    }
    vector = candidate
    here = there
    if (step <= enough) return { vector, logLikelihood: here.logLikelihood, step, converged: true }
    if (step > before / 5) factor = undefined
    before = step
  }
  return { vector, logLikelihood: here.logLikelihood, step: before, converged: false }
}

function largestChange(one: Float64Array, other: Float64Array): number {
  let most = 0
  for (let at = 0; at < one.length; at++) most = Math.max(most, Math.abs(other[at]! - one[at]!))
  return most
}
