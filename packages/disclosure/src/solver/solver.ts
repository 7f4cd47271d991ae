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

/** HiGHS' codes, 6 being a model without rows or columns; every other code means that it was stopped. */
const OUTCOMES: Readonly<Partial<Record<ModelStatusCode, Outcome>>> = {
  6: 'optimal',
  7: 'optimal',
  8: 'infeasible',
  9: 'unbounded',
  10: 'unbounded',
}

/** Runs a model and says how it ended. */
export function runModel(model: Model): Outcome {
  return OUTCOMES[model.run().modelStatus] ?? 'stopped'
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
