import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feasiblePopulations } from './feasible-populations.ts'
import { isShareFeasible } from './granularity.ts'

test('29 answers at 97 % come from 30 people', () => {
  expect(feasiblePopulations(29, 0.97, 0)).toEqual({ low: 30, high: 30, best: 30 })
})

test('216 answers at 43 % come from 497 to 508 people', () => {
  expect(feasiblePopulations(216, 0.43, 0)).toEqual({ low: 497, high: 508, best: 502 })
})

test('100 % can hide a missing answer in a large school only', () => {
  expect(feasiblePopulations(150, 1, 0)).toEqual({ low: 150, high: 150, best: 150 })
  expect(feasiblePopulations(400, 1, 0)).toEqual({ low: 400, high: 402, best: 400 })
})

test('no population fits 29 answers at 98 %', () => {
  expect(feasiblePopulations(29, 0.98, 0)).toBeUndefined()
})

test('a tie may be rounded up or to even', () => {
  // 1 of 8 is 12.5 %.
  expect(feasiblePopulations(1, 0.12, 0)).toEqual({ low: 8, high: 8, best: 8 })
  expect(feasiblePopulations(1, 0.13, 0)).toEqual({ low: 8, high: 8, best: 8 })
  expect(feasiblePopulations(3, 0.37, 0)).toBeUndefined()
})

test('agrees with trying every population', () => {
  const printed = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 5, max: 100 }))
  fc.assert(
    fc.property(printed, ([sample, percent]) => {
      const sizes = Array.from({ length: 1000 }, (_, index) => sample + index)
      const fitting = sizes.filter((N) => feasiblePercents(sample, N).includes(percent))
      const found = feasiblePopulations(sample, percent / 100, 0)
      expect([found?.low, found?.high]).toEqual([fitting[0], fitting.at(-1)])
    }),
  )
})

test('every population it names makes the printed share possible, the best among them', () => {
  const printed = fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 1000 }))
  fc.assert(
    fc.property(printed, ([sample, permille]) => {
      const found = feasiblePopulations(sample, permille / 1000, 1)
      fc.pre(found !== undefined)
      expect(found.low <= found.best && found.best <= found.high).toBe(true)
      expect(isShareFeasible(permille / 1000, found.best, 1)).toBe(true)
    }),
  )
})

test('refuses a share it cannot invert', () => {
  expect(() => feasiblePopulations(29, 0, 0)).toThrow('feasiblePopulations: responseShare 0 ')
  expect(() => feasiblePopulations(29, 97, 0)).toThrow('feasiblePopulations: responseShare 97')
  expect(() => feasiblePopulations(29, 0.967, 0)).toThrow('feasiblePopulations: responseShare 0.967')
  expect(() => feasiblePopulations(0, 0.97, 0)).toThrow('feasiblePopulations: sample 0')
})

/** The whole percents that n of N may be printed as: half up, and half to even. */
function feasiblePercents(n: number, N: number): number[] {
  const floor = Math.floor((100 * n) / N)
  const twiceRest = 2 * ((100 * n) % N)
  if (twiceRest === N) return [floor + 1, floor + (floor % 2)]
  return [twiceRest > N ? floor + 1 : floor]
}
