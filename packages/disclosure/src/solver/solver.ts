import type { Highs, Model, ModelData, ModelStatusCode, OptionValue } from 'highs'

/**
 * A linear solver, handed in because loading it is asynchronous: `await loadHighs()` of the npm package `highs`
 * (1.15, MIT, HiGHS as WebAssembly) fits as it is.
 *
 * @see https://highs.dev
 */
export type Solver = Pick<Highs, 'createModel'>

/** How a run ended. */
export type Outcome = 'optimal' | 'infeasible' | 'unbounded' | 'stopped'

/** HiGHS' code for a model without rows or columns, which has no solution to ask for. */
const EMPTY = 6

/** HiGHS' codes; every other one means that it was stopped. */
const OUTCOMES: Readonly<Partial<Record<ModelStatusCode, Outcome>>> = {
  [EMPTY]: 'optimal',
  7: 'optimal',
  8: 'infeasible',
  9: 'unbounded',
  10: 'unbounded',
}

/** Runs a model and says how it ended. */
export function runModel(model: Model): Outcome {
  return OUTCOMES[model.run().modelStatus] ?? 'stopped'
}

/** HiGHS' code for a solution that keeps every bound and row. */
const FEASIBLE = 2

/** The best solution of a run that may be stopped, and whether it is proved to be the best; undefined without any. */
export function bestFound(model: Model): { columns: Float64Array; isOptimal: boolean } | undefined {
  const outcome = runModel(model)
  const isFound = outcome === 'stopped' && model.info.get('primal_solution_status') === FEASIBLE
  if (outcome !== 'optimal' && !isFound) return undefined
  if (model.getModelStatus() === EMPTY) return { columns: new Float64Array(), isOptimal: true }
  return { columns: model.getSolution().colValue, isOptimal: outcome === 'optimal' }
}

/** Creates a quiet model, hands it to `use` and frees it. Deterministic: one thread, fixed seed. */
export function withModel<Result>(
  solver: Solver,
  data: ModelData,
  options: Readonly<Record<string, OptionValue>>,
  use: (model: Model) => Result,
): Result {
  const model = solver.createModel(data)
  try {
    model.options.set({ output_flag: false, random_seed: 0, ...options })
    return use(model)
  } finally {
    model.dispose()
  }
}
