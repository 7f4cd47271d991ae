import type { ConformanceRow } from '../../../../tests/support/conformance.ts'
import exam from '../../fixtures/exam.json' with { type: 'json' }
import lsat from '../../fixtures/lsat.json' with { type: 'json' }
import aggression from '../../fixtures/verbal-aggression.json' with { type: 'json' }
import {
  calibrateConditionally,
  dichotomise,
  fitGrowthNorm,
  responsesFromPatterns,
  responsesFromRows,
  weightedLikelihoodEstimates,
} from '../index.ts'

/** The answers that the known numbers belong to. */
export const known = {
  lsat6: responsesFromPatterns(withoutNames(lsat.lsat6)),
  lsat7: responsesFromPatterns(withoutNames(lsat.lsat7)),
  aggression: responsesFromRows(aggression.persons.map((person) => [...person].map(Number))),
  isMan: [...aggression.gender].map((gender) => gender === 'm'),
  exam,
}

/** Verbal aggression as yes (perhaps, yes) and no. */
export const yesNo = dichotomise(known.aggression)

/** Items by conditional likelihood, and the abilities that belong to them. */
export const conditional = once(() => calibrateConditionally(yesNo))
export const conditionalPartial = once(() => calibrateConditionally(known.aggression))
export const abilities = once(() => weightedLikelihoodEstimates(yesNo, conditional().items))
export const partialAbilities = once(() =>
  weightedLikelihoodEstimates(known.aggression, conditionalPartial().items),
)
export const norm = once(() => fitGrowthNorm(exam.prior, exam.score))

/** Estimates serve several rows; each is made once, when first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A known answer that is met within a tolerance, for estimates that programs stop refining at different places. */
export function row(
  what: string,
  ours: () => number[],
  reference: string,
  tolerance: number,
  source: string,
): ConformanceRow {
  return { what, ours, reference, tolerance, source }
}

/** The import of a JSON object as a record of numbers. */
function withoutNames(frequencies: object): Record<string, number> {
  return Object.fromEntries(Object.entries(frequencies))
}
