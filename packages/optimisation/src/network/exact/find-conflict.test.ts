import loadHighs from 'highs'
import { expect, test } from 'vitest'
import type { NetworkProblem } from '../model/problem.ts'
import { sayRule } from '../rules/rule.ts'
import { findConflict } from './find-conflict.ts'
import { solveNetwork } from './solve-network.ts'

const solver = await loadHighs()
const conflictOf = (problem: NetworkProblem) => findConflict(problem, solver)?.rules.map(sayRule)

test('a right to stay beyond the travel limit is not taken away while looking for a conflict', () => {
  // Five of A live 60 minutes away and may stay; five more would fill A twice.
  const problem: NetworkProblem = {
    sites: [
      { id: 'A', capacity: 5 },
      { id: 'B', status: 'closed' },
    ],
    units: [
      { id: 'u', pupils: 5, gradeBand: 'all', presentSite: 'A' },
      { id: 'v', pupils: 5, gradeBand: 'all' },
    ],
    gradeBands: [{ id: 'all', travelLimit: 40 }],
    travel: Float64Array.of(60, 30, 10, 30),
    mayPresentStay: true,
  }
  expect(conflictOf(problem)).toEqual(['B is closed', 'A has room for 5 pupils'])
  const onlyU = { ...problem, units: problem.units.slice(0, 1), travel: Float64Array.of(60, 30) }
  const free = solveNetwork(onlyU, solver, { without: [{ rule: 'mayPresentStay', units: ['u'] }] })
  // Nobody has to stay any more, but everyone still may.
  expect(free.plan).toMatchObject({ open: ['A'], longestMinutes: 60 })
})

test('those who go together are taken apart before other rules are blamed alone', () => {
  const problem: NetworkProblem = {
    sites: [
      { id: 'A', groups: { young: { capacity: 0 } } },
      { id: 'B', groups: { old: { capacity: 0 } } },
    ],
    units: [
      { id: 'a', pupils: 3, gradeBand: 'young', together: 'family' },
      { id: 'b', pupils: 2, gradeBand: 'old', together: 'family' },
    ],
    gradeBands: [{ id: 'young' }, { id: 'old' }],
    travel: Float64Array.of(1, 2, 3, 4),
  }
  expect(conflictOf(problem)).toEqual([
    'A, grades young, has room for 0 pupils',
    'B, grades old, has room for 0 pupils',
    'a, b go to school together',
  ])
  const apart = solveNetwork(problem, solver, { without: [{ rule: 'keptWhole', units: ['a', 'b'] }] })
  expect(apart.plan?.placements.map(({ unit, site }) => unit + site)).toEqual(['aB', 'bA'])
  const splittable = problem.units.map((unit) => ({ ...unit, splittable: true }))
  expect(conflictOf({ ...problem, units: splittable })).toContain('a, b go to school together')
})

test('newcomers follow those whom they go together with, who may stay', () => {
  const problem: NetworkProblem = {
    sites: [{ id: 'A' }, { id: 'B' }],
    units: [
      { id: 'sister', pupils: 1, gradeBand: 'old', together: 'family', presentSite: 'A' },
      { id: 'brother', pupils: 2, gradeBand: 'young', together: 'family' },
      { id: 'others', pupils: 9, gradeBand: 'old' },
    ],
    gradeBands: [
      { id: 'young', travelLimit: 30 },
      { id: 'old', travelLimit: 30 },
    ],
    travel: Float64Array.of(40, 10, 25, 10, 5, 40),
    mayPresentStay: true,
    movingCost: 7,
    fairness: { longest: 1 },
  }
  // She lives 40 minutes away and may stay; he goes 25 minutes to what is a new school for him.
  expect(solveNetwork(problem, solver, { gap: 0 }).plan).toMatchObject({
    open: ['A'],
    cost: 40 + 2 * 25 + 9 * 5 + 25,
    movedPupils: 0,
  })
  const closed = { ...problem, sites: [{ id: 'A', status: 'closed' as const }, { id: 'B' }] }
  const far = { ...closed, gradeBands: [{ id: 'young', travelLimit: 30 }, { id: 'old' }] }
  // Only she has left a school.
  expect(solveNetwork(far, solver, { gap: 0 }).plan).toMatchObject({
    cost: 10 + 7 + 2 * 10 + 9 * 40 + 40,
    movedPupils: 1,
  })
  const tooFarForHim = { ...problem, travel: Float64Array.of(40, 10, 35, 10, 5, 40) }
  expect(conflictOf(tooFarForHim)).toEqual([
    'pupils of young travel at most 30 minutes',
    'pupils of old travel at most 30 minutes',
    'pupils of sister may stay in their school while it is open',
    'sister, brother go to school together',
  ])
})

test('pupils whom no way leads anywhere are named, as no rule is to blame', () => {
  const problem: NetworkProblem = {
    sites: [{ id: 'A', capacity: 5 }, { id: 'B' }],
    units: ['mainland', 'island'].map((id) => ({ id, pupils: 4, gradeBand: 'all' })),
    gradeBands: [{ id: 'all', travelLimit: 40 }],
    travel: Float64Array.of(5, Infinity, Infinity, Infinity),
  }
  expect(findConflict(problem, solver)).toMatchObject({
    rules: [],
    withoutWay: ['island'],
    isIrreducible: true,
  })
  const ferry = { ...problem, travel: Float64Array.of(5, Infinity, Infinity, 60) }
  expect(findConflict(ferry, solver)).toMatchObject({
    rules: [{ rule: 'travelLimit', gradeBand: 'all', minutes: 40 }],
    withoutWay: [],
  })
})
