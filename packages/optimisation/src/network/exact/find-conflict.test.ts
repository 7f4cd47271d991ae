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
      { id: 'u', pupils: 5, gradeGroup: 'all', presentSite: 'A' },
      { id: 'v', pupils: 5, gradeGroup: 'all' },
    ],
    gradeGroups: [{ id: 'all', travelLimit: 40 }],
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
      { id: 'a', pupils: 3, gradeGroup: 'young', together: 'family' },
      { id: 'b', pupils: 2, gradeGroup: 'old', together: 'family' },
    ],
    gradeGroups: [{ id: 'young' }, { id: 'old' }],
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

test('pupils whom no way leads anywhere are named, as no rule is to blame', () => {
  const problem: NetworkProblem = {
    sites: [{ id: 'A', capacity: 5 }, { id: 'B' }],
    units: ['mainland', 'island'].map((id) => ({ id, pupils: 4, gradeGroup: 'all' })),
    gradeGroups: [{ id: 'all', travelLimit: 40 }],
    travel: Float64Array.of(5, Infinity, Infinity, Infinity),
  }
  expect(findConflict(problem, solver)).toMatchObject({
    rules: [],
    withoutWay: ['island'],
    isIrreducible: true,
  })
  const ferry = { ...problem, travel: Float64Array.of(5, Infinity, Infinity, 60) }
  expect(findConflict(ferry, solver)).toMatchObject({
    rules: [{ rule: 'travelLimit', gradeGroup: 'all', minutes: 40 }],
    withoutWay: [],
  })
})
