import api from '../../fixtures/api.json' with { type: 'json' }
import type { Matrix } from '../linear-algebra/matrix.ts'
import { surveyDesign } from '../surveys/design.ts'
import type { Margin } from '../surveys/post-stratification.ts'

// Data for tests: samples of Californian schools from the R package `survey`.
export const { srs, strat, clus1, clus2 } = api

export const simple = surveyDesign(200, { populations: 6194 })
export const stratified = surveyDesign(200, { strata: strat.stype, populations: strat.fpc }, strat.pw)
export const clustered = surveyDesign(183, { clusters: clus1.dnum, populations: clus1.fpc }, clus1.pw)
export const twoStage = surveyDesign(126, {
  clusters: clus2.dnum,
  populations: clus2.fpc1,
  within: { clusters: clus2.snum, populations: clus2.fpc2 },
})

/** How many schools of each type, and with and without a school-wide target, there are. */
export function margins(sample: { stype: string[]; schwide: string[] }): [Margin, Margin] {
  return [
    { categories: sample.stype, totals: { E: 4421, H: 755, M: 1018 } },
    { categories: sample.schwide, totals: { No: 1072, Yes: 5122 } },
  ]
}

/** Ones, high, middle, and one more column. */
export function columns(stype: string[], last: ArrayLike<number>): Matrix {
  const rows = stype.map((type, i) => [1, Number(type === 'H'), Number(type === 'M'), last[i]!])
  return { rows: rows.length, columns: 4, values: Float64Array.from(rows.flat()) }
}
