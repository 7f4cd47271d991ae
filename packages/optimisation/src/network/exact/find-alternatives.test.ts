import loadHighs from 'highs'
import { expect, test } from 'vitest'
import type { NetworkProblem } from '../model/problem.ts'
import { previewPlan } from '../preview/preview.ts'
import { findAlternatives } from './find-alternatives.ts'
import { solveNetwork } from './solve-network.ts'

const solver = await loadHighs()

/** One village and a school at 10, 11, 12 and 20 minutes; only one may open. */
const oneOfFour: NetworkProblem = {
  sites: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
  units: [{ id: 'u', pupils: 10, gradeBand: 'g' }],
  gradeBands: [{ id: 'g' }],
  travel: Float64Array.of(12, 10, 20, 11),
  openAtMost: 1,
}

test('gives the next best plans in order of cost, and stops at the share asked', () => {
  const { plans, isComplete, bound } = findAlternatives(oneOfFour, solver, { within: 0.2, count: 9, gap: 0 })
  expect(plans.map(({ open, cost }) => [...open, cost])).toEqual([
    ['b', 100],
    ['d', 110],
    ['a', 120],
  ])
  expect(isComplete).toBe(true)
  expect(bound).toBeCloseTo(100, 6)
})

test('is complete when as many are found as were asked for', () => {
  const { plans, isComplete } = findAlternatives(oneOfFour, solver, { within: 9, count: 2, gap: 0 })
  expect(plans.map(({ open }) => open)).toEqual([['b'], ['d']])
  expect(isComplete).toBe(true)
})

test('runs out of schools before the share is used up', () => {
  const { plans, isComplete } = findAlternatives(oneOfFour, solver, { within: 9, count: 9, gap: 0 })
  expect(plans).toHaveLength(4)
  expect(isComplete).toBe(true)
})

test('is the best plan alone where nothing else is near', () => {
  const { plans, bound } = findAlternatives(oneOfFour, solver, { within: 0, gap: 0 })
  const best = solveNetwork(oneOfFour, solver, { gap: 0 })
  expect(plans).toEqual([best.plan])
  expect(bound).toBeCloseTo(best.bound, 6)
})

test('the best plan keeps no school open that nobody goes to, if that costs nothing', () => {
  // Village u is next to b; without a cost of schools nothing speaks against the others.
  const { openAtMost: _, ...free } = oneOfFour
  const best = solveNetwork(free, solver, { gap: 0 })
  expect(best.plan).toMatchObject({ open: ['b'], loads: [{ site: 'b', pupils: 10 }] })
  expect(previewPlan(free).plan?.open).toEqual(['b'])
  const { plans } = findAlternatives(free, solver, { within: 0, count: 99, gap: 0 })
  expect(plans[0]).toEqual(best.plan)
  // By their schools, all sets with b are other plans of the same cost.
  expect(new Set(plans.map(({ open }) => open.join())).size).toBe(8)
  const asked = { ...free, openAtLeast: 3 }
  expect(solveNetwork(asked, solver, { gap: 0 }).plan?.open).toHaveLength(3)
  const fixed = { ...free, sites: free.sites.map((site) => ({ ...site, status: 'open' as const })) }
  expect(solveNetwork(fixed, solver, { gap: 0 }).plan?.open).toHaveLength(4)
})

test('schools must differ in as many as asked', () => {
  // Exchanging one school for another changes two of them.
  const { plans } = findAlternatives(oneOfFour, solver, { within: 9, count: 9, differBy: 3, gap: 0 })
  expect(plans.map(({ open }) => open)).toEqual([['b']])
})

test('names itself when it refuses a problem', () => {
  expect(() => findAlternatives({ ...oneOfFour, openAtMost: -1 }, solver)).toThrow(/^findAlternatives: /)
})
