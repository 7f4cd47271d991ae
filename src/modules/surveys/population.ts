import { feasiblePopulations } from '@izaugsme/statistics'
import type { Population, PrintedPercent } from './model.ts'

/**
 * What is known of how many people could have answered: the given number, else the numbers that the
 * printed response share allows, else nothing. A share that no number fits tells nothing either.
 */
export function populationOf(
  respondents: number,
  responseShare: PrintedPercent | null,
  given: number | null = null,
): Population {
  if (given !== null) return { kind: 'given', best: given, low: given, high: given }
  if (responseShare === null || responseShare.percent === 0) return { kind: 'unknown' }
  const range = feasiblePopulations(respondents, responseShare.percent / 100, responseShare.decimals)
  return range ? { kind: 'feasible', ...range } : { kind: 'unknown' }
}

/** The number to compute with; undefined when it is not known. */
export function bestPopulation(population: Population): number | undefined {
  return population.kind === 'unknown' ? undefined : population.best
}
