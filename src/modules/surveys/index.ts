export { MISSING_ANSWERS, type MissingAnswer } from './missing.ts'
export type * from './model.ts'
export { bestPopulation, populationOf } from './population.ts'
