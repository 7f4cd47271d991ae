import loadHighs from 'highs'
import { expect, test } from 'vitest'
import type { NetworkProblem } from '../model/problem.ts'
import { findAlternatives } from './find-alternatives.ts'
import { solveNetwork } from './solve-network.ts'

const solver = await loadHighs()

/** Ten pupils who may split: six places at 10 minutes, any number of places at 60 or, for 150, at 20. */
const splittable: NetworkProblem = {
  sites: [
    { id: 'near', capacity: 6, runningCost: 1 },
    { id: 'far', runningCost: 1 },
    { id: 'middle', runningCost: 150 },
  ],
  units: [{ id: 'u', pupils: 10, gradeBand: 'all', splittable: true, area: 'parish' }],
  gradeBands: [{ id: 'all' }],
  travel: Float64Array.of(10, 60, 20),
}

test('the longest way is that of anyone, also when only a part of a unit travels it', () => {
  const { plan, bound } = solveNetwork({ ...splittable, fairness: { longest: 4 } }, solver, { gap: 0 })
  // Six at 10 and four at 20: the mean is 14, but the longest way is 20.
  expect(plan).toMatchObject({ open: ['near', 'middle'], longestMinutes: 20, cost: 140 + 151 + 4 * 20 })
  expect(bound).toBeCloseTo(371, 6)
})

test('a plan that splits costs what its words say, in the search for others too', () => {
  const fairness = { longest: 1, worstArea: 2 }
  const { plans } = findAlternatives({ ...splittable, fairness }, solver, { gap: 0, within: 0.3, count: 9 })
  expect(plans.map(({ open, cost }) => `${open} ${cost.toFixed(6)}`)).toEqual([
    // Six at 10 and four at 20: ways of 140, the longest 20, the mean of the parish 14.
    'near,middle 339.000000',
    'near,far,middle 340.000000',
    'middle 410.000000',
    'far,middle 411.000000',
    // Six at 10 and four at 60: ways of 300, the longest 60, the mean 30.
    'near,far 422.000000',
  ])
})

test('a way that does not exist is no hindrance to a term of fairness', () => {
  const { sites, units } = splittable
  const apart: NetworkProblem = {
    ...splittable,
    sites: sites.map((site) => ({ ...site, runningCost: 90 })),
    units: ['a', 'b', 'c'].map((id) => ({
      ...units[0],
      id,
      pupils: 5,
      gradeBand: 'all',
      splittable: false,
    })),
    travel: Float64Array.of(1, 30, Infinity, 40, Infinity, 9, Infinity, 12, 20),
    fairness: { longest: 3, worstArea: 5 },
  }
  const { status, plan } = solveNetwork(apart, solver, { gap: 0 })
  // Two schools: near for a, middle for b and c, the longest 20, the mean of the parish 10.
  expect(status).toBe('proven')
  expect(plan).toMatchObject({ open: ['near', 'middle'], cost: 5 + 45 + 100 + 180 + 3 * 20 + 5 * 10 })
})
