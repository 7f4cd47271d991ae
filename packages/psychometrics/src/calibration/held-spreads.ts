import type { MarginalModel } from './marginal-model.ts'
import { type Layout, LEAST_SD } from './parameters.ts'

/**
 * The same likelihood, for which a spread at its floor is a known number: below the floor nothing changes, so
 * steps that go further down would never end. The spread rises again when an EM step asks for it.
 */
export function holdSpreads(layout: Layout, model: MarginalModel): MarginalModel {
  return {
    ...model,
    evaluate: (vector, grid) => {
      const evaluation = model.evaluate(vector, grid)
      for (const at of spreadsAtFloor(layout, vector)) evaluation.gradient[at] = 0
      return evaluation
    },
    information: (vector, grid, isRough) => {
      const information = model.information(vector, grid, isRough)
      for (const at of spreadsAtFloor(layout, vector)) hold(information, layout.size, at)
      return information
    },
  }
}

/** Places of the spreads that are as small as they may be. */
export function spreadsAtFloor({ logSdAt }: Layout, vector: Float64Array): number[] {
  return [...logSdAt].filter((at) => at >= 0 && vector[at]! <= Math.log(LEAST_SD))
}

/** Makes a parameter one that has nothing to do with the others. */
function hold(information: Float64Array, size: number, at: number): void {
  for (let other = 0; other < size; other++) {
    information[at * size + other] = 0
    information[other * size + at] = 0
  }
  information[at * size + at] = 1
}
