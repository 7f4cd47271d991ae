import type { Grid } from './grid.ts'

/** A marginal likelihood that `climb` can maximise. Vectors hold the free parameters of the layout. */
export type MarginalModel = {
  readonly size: number
  /** the grid for these parameters: the one given as long as it fits */
  gridFor(vector: Float64Array, stepShare: number, before?: Grid): Grid
  /** the E-step: likelihood, gradient, and the M-step that follows from it */
  evaluate(vector: Float64Array, grid: Grid): Evaluation
  /** minus the second derivatives of the log-likelihood, size × size; `isRough` allows a sample of the rows */
  information(vector: Float64Array, grid: Grid, isRough: boolean): Float64Array
}

export type Evaluation = {
  readonly logLikelihood: number
  readonly gradient: Float64Array
  /** the parameters that maximise the expected likelihood */
  readonly maximised: () => Float64Array
}
