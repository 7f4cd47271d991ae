import type { Highs, Model, ModelData, ModelStatusCode } from 'highs'

/**
 * A solver, handed in because loading it is asynchronous: `await loadHighs()` of the npm package `highs` (1.15, MIT,
 * HiGHS as WebAssembly) fits as it is, for any number of problems one after another.
 *
 * WebAssembly never gives memory back: what the largest problem took stays taken until the solver itself is dropped,
 * and counts in the limits of memory of all later problems. Where that hurts, load a new one for each large problem.
 *
 * @see https://highs.dev
 */
export type Solver = Pick<Highs, 'createModel' | 'memoryBytes'>

/** How a run ended. */
export type Ending = 'optimal' | 'infeasible' | 'time' | 'memory' | 'nodes' | 'failed'

/** A run: the best columns found, if any, and a bound that holds for the model. */
export type Run = {
  ending: Ending
  columns: Float64Array | undefined
  cost: number
  bound: number
  nodes: number
  seconds: number
}

/** Limits of one run. */
export type RunLimits = { gap: number; seconds: number; memoryBytes: number; nodes?: number | undefined }

/** HiGHS' codes, 6 being a model without rows or columns; every other code means that it failed. */
const ENDINGS: Readonly<Partial<Record<ModelStatusCode, Ending>>> = {
  6: 'optimal',
  7: 'optimal',
  8: 'infeasible',
  9: 'infeasible',
  13: 'time',
  14: 'nodes',
  16: 'nodes',
  17: 'memory',
}

/** Runs a model within limits, from a known solution where there is one, and frees it. One thread, fixed seed. */
export function runModel(solver: Solver, data: ModelData, limits: RunLimits, start?: Float64Array): Run {
  const model = solver.createModel(data)
  const isMixed = data.integrality?.includes(1) === true
  try {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      time_limit: limits.seconds,
      mip_rel_gap: limits.gap,
      mip_abs_gap: 1e-9,
      // A model without whole columns is held to the tolerance of one with them, so that both find the same possible.
      ...(isMixed ? {} : { primal_feasibility_tolerance: 1e-6 }),
      ...(limits.nodes === undefined ? {} : { mip_max_nodes: limits.nodes }),
    })
    if (start) model.setSolution({ colValue: start })
    const ending = endingOfRun(model, () => solver.memoryBytes > limits.memoryBytes)
    const hasColumns = ending !== 'infeasible' && Number(model.info.get('primal_solution_status')) === 2
    return {
      ending,
      columns: hasColumns ? model.getSolution().colValue : undefined,
      cost: hasColumns ? model.getObjectiveValue() : Number.POSITIVE_INFINITY,
      bound: boundOf(model, ending, isMixed),
      nodes: isMixed ? Math.max(0, Number(model.info.get('mip_node_count'))) : 0,
      seconds: model.getRunTime(),
    }
  } finally {
    model.dispose()
  }
}

/** HiGHS may give up on a model that is possible only just: an outcome, and not a defect of the caller. */
function endingOfRun(model: Model, isTooLarge: () => boolean): Ending {
  try {
    const { modelStatus } = model.run({
      6: (event) => {
        if (isTooLarge()) event.interrupt()
        return undefined
      },
    })
    return ENDINGS[modelStatus] ?? 'failed'
  } catch (error) {
    if (error instanceof Error && error.name === 'HighsError') return 'failed'
    throw error
  }
}

function boundOf(model: Model, ending: Ending, isMixed: boolean): number {
  if (ending === 'infeasible') return Number.POSITIVE_INFINITY
  if (ending === 'failed') return Number.NEGATIVE_INFINITY
  if (isMixed) return Number(model.info.get('mip_dual_bound'))
  return ending === 'optimal' ? model.getObjectiveValue() : Number.NEGATIVE_INFINITY
}
