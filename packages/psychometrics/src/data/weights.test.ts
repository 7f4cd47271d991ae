import { describe, expect, test } from 'vitest'
import { known } from '../conformance/answers.ts'
import {
  alphaReliability,
  andersenTest,
  calibrate,
  calibrateConditionally,
  classicalAnalysis,
  dichotomousItem,
  eapReliability,
  expectedAbilities,
  groupResiduals,
  logisticDif,
  mantelHaenszelDif,
  marginalReliability,
  type Responses,
  residualCorrelations,
  residualFit,
  scoreFit,
  splitAtMeanScore,
  subscoreValue,
  weightedLikelihoodEstimates,
  wleReliability,
} from '../index.ts'
import { simulate } from '../testing/simulate.ts'

const items = [-1, -0.5, 0, 0.4, 1].map((difficulty) => dichotomousItem(difficulty))
const population = { mean: 0, sd: 1.2 }

// 90 rows that stand for 1 to 9 persons each, and the same persons one by one.
const weighted = simulate({
  items,
  persons: 90,
  seed: 31,
  weights: Float64Array.from({ length: 90 }, (_, row) => 1 + ((7 * row) % 9)),
})
const rowOf = Array.from(weighted.weights ?? [], (weight, row) => new Array<number>(weight).fill(row)).flat()
const copies: Responses = {
  persons: rowOf.length,
  items: 5,
  groupCount: 1,
  highest: weighted.highest,
  values: Uint8Array.from(rowOf.flatMap((row) => [...weighted.values.subarray(5 * row, 5 * row + 5)])),
}

/** What a function finds, as one list of numbers, for the weighted rows and for the persons one by one. */
type Finding = (data: Responses, perPerson: (value: (row: number) => number) => number[]) => number[]

test.each<[string, Finding]>([
  [
    'calibrate',
    (data) =>
      calibrate(data, { model: 'pcm' }).items.flatMap((item) => [
        item.thresholds[0] ?? 0,
        item.errors.thresholds[0] ?? 0,
      ]),
  ],
  [
    'calibrateConditionally',
    (data) => calibrateConditionally(data).items.flatMap((item) => item.errors.thresholds),
  ],
  [
    'andersenTest',
    (data) => {
      const { statistic, df, p } = andersenTest(data, splitAtMeanScore(data))
      return [statistic, df, p]
    },
  ],
  [
    'classicalAnalysis',
    (data) => classicalAnalysis(data).flatMap((item) => [item.answered, item.difficulty, item.itemRest]),
  ],
  [
    'residualFit',
    (data) =>
      residualFit(data, items, abilitiesOf(data)).items.flatMap((item) => [item.infitZ, item.outfitZ]),
  ],
  [
    'residualCorrelations',
    (data) => residualCorrelations(data, items, abilitiesOf(data)).map(({ q3 }) => q3),
  ],
  ['scoreFit', (data) => scoreFit(data, items, population).map(({ statistic }) => statistic)],
  [
    'mantelHaenszelDif',
    (data, perPerson) =>
      mantelHaenszelDif(data, perPerson((row) => row % 2).map(Boolean)).items.flatMap((item) => [
        item.focal,
        item.chiSquare,
        item.deltaError,
      ]),
  ],
  [
    'logisticDif',
    (data, perPerson) =>
      logisticDif(data, perPerson((row) => row % 2).map(Boolean)).items.flatMap((item) => [
        item.both.statistic,
        item.addedR2,
      ]),
  ],
  [
    'reliabilities',
    (data) => {
      const posterior = expectedAbilities(data, items, [population])
      return [
        wleReliability(weightedLikelihoodEstimates(data, items)),
        eapReliability(posterior),
        marginalReliability(posterior, 1.44),
        alphaReliability(data),
      ].map(({ reliability }) => reliability)
    },
  ],
  [
    'groupResiduals',
    (data, perPerson) =>
      groupResiduals(
        data,
        items,
        [0, 3],
        perPerson((row) => row % 3),
      ).flatMap((group) => [group.pupils, group.residual, group.error]),
  ],
  [
    'subscoreValue',
    (data) => {
      const { fromSubscore, fromTotal, fromBoth } = subscoreValue(data, [0, 1, 2])
      return [fromSubscore, fromTotal, fromBoth]
    },
  ],
])('%s takes a weight of k as k persons', (_, find) => {
  const [one, other] = [
    find(weighted, (value) => Array.from({ length: 90 }, (_, row) => value(row))),
    find(copies, (value) => rowOf.map(value)),
  ]
  expect(one).toHaveLength(other.length)
  for (const [at, value] of one.entries()) expect(value).toBeCloseTo(other[at] ?? Number.NaN, 7)
})

function abilitiesOf(data: Responses): Float64Array {
  return weightedLikelihoodEstimates(data, items).abilities
}

describe('splitting at the mean score', () => {
  test('of patterns weighs them', () => {
    const parts = splitAtMeanScore(known.lsat6)
    const { weights, values } = known.lsat6
    // R: mean(rowSums(expand.table(LSAT6))) is 3.819, so a score of 4 is above it
    for (const [row, part] of parts.entries()) {
      const score = values.subarray(5 * row, 5 * row + 5).reduce((sum, value) => sum + value, 0)
      expect([row, part]).toEqual([row, Number(score > 3.819)])
    }
    expect(weights).toHaveLength(parts.length)
  })

  test('of booklets compares with what their items let expect', () => {
    // The second booklet has two items only: two points there are many, two of four are few.
    const split = splitAtMeanScore({
      ...weighted,
      persons: 6,
      items: 4,
      highest: Uint8Array.of(1, 1, 1, 1),
      weights: new Float64Array(6).fill(1),
      values: Uint8Array.of(
        1,
        1,
        0,
        0,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        0,
        255,
        255,
        1,
        1,
        255,
        255,
        0,
        0,
        255,
        255,
        0,
        0,
      ),
    })
    expect([...split]).toEqual([0, 1, 1, 1, 0, 0])
  })
})
