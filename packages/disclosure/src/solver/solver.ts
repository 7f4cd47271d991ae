/** Rows low ≤ Ax ≤ high in compressed rows over columns with bounds and costs. */
export type LinearModel = {
  numCols: number
  numRows: number
  colCost: Float64Array
  colLower: Float64Array
  colUpper: Float64Array
  rowLower: Float64Array
  rowUpper: Float64Array
  matrix: {
    format: 'csr'
    numRows: number
    numCols: number
    starts: Int32Array
    indices: Int32Array
    values: Float64Array
  }
  /** 1 for a column that must be whole. */
  integrality?: Int32Array
}

/** What this package uses of a model in HiGHS. */
export type SolverModel = {
  options: { set(values: Readonly<Record<string, boolean | number | string>>): unknown }
  run(): { modelStatus: number }
  getSolution(): { colValue: Float64Array }
  getObjectiveValue(): number
  changeColCost(column: number, cost: number): unknown
  changeColBounds(column: number, low: number, high: number): unknown
  setLogicalBasis(): unknown
  dispose(): void
}

/**
 * A linear solver, handed in because loading it is asynchronous: `await loadHighs()` of the npm package `highs`
 * (1.15, MIT, HiGHS as WebAssembly) fits as it is.
 *
 * @see https://highs.dev
 */
export type Solver = { createModel(model: LinearModel): SolverModel }

/** How a run ended. */
export type Outcome = 'optimal' | 'infeasible' | 'unbounded' | 'stopped'

const OUTCOMES: Readonly<Record<number, Outcome>> = {
  7: 'optimal',
  8: 'infeasible',
  9: 'unbounded',
  10: 'unbounded',
}

/** Runs a model and says how it ended; a model without rows or columns counts as optimal. */
export function runModel(model: SolverModel): Outcome {
  const { modelStatus } = model.run()
  return modelStatus === 6 ? 'optimal' : (OUTCOMES[modelStatus] ?? 'stopped')
}

/** Creates a quiet model, hands it to `use` and frees it. Deterministic: one thread, fixed seed. */
export function withModel<Result>(
  solver: Solver,
  data: LinearModel,
  options: Readonly<Record<string, boolean | number | string>>,
  use: (model: SolverModel) => Result,
): Result {
  const model = solver.createModel(data)
  try {
    model.options.set({ output_flag: false, random_seed: 0, ...options })
    return use(model)
  } finally {
    model.dispose()
  }
}
