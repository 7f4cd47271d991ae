import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import type { NetworkProblem } from '../model/problem.ts'
import { findAlternatives } from './find-alternatives.ts'
import { findConflict } from './find-conflict.ts'
import { solveNetwork } from './solve-network.ts'

const solver = await loadHighs()

/** Units of these sizes and schools of these capacities, all a minute apart. */
function problemOf(pupils: readonly number[], capacities: readonly number[]): NetworkProblem {
  return {
    sites: capacities.map((capacity, index) => ({ id: `s${index}`, capacity })),
    units: pupils.map((count, index) => ({ id: `u${index}`, pupils: count, gradeBand: 'all' })),
    gradeBands: [{ id: 'all' }],
    travel: new Float64Array(pupils.length * capacities.length).fill(1),
  }
}

test('a school is full, not too full, with decimals that do not add up exactly', () => {
  // 0.1 + 0.2 > 0.3 in the numbers of a computer.
  const { units, ...rest } = problemOf([0.1, 0.2], [0.3])
  const present = {
    ...rest,
    units: units.map((unit) => ({ ...unit, presentSite: 's0' })),
    mayPresentStay: true,
  }
  expect(solveNetwork(present, solver)).toMatchObject({ status: 'proven', plan: { open: ['s0'] } })
  expect(findConflict(present, solver)).toBeUndefined()
})

test('room for more than there are pupils is no limit, however much it is', () => {
  const problem = problemOf([5, 5], [1e15, Number.MAX_SAFE_INTEGER])
  expect(solveNetwork(problem, solver, { gap: 0 }).plan?.cost).toBe(10)
  expect(findAlternatives(problem, solver, { gap: 0 }).plans).toHaveLength(3)
  expect(findConflict(problem, solver)).toBeUndefined()
})

describe.each([0.3, 30, 3000])('a place for %d pupils', (size) => {
  const short = (by: number) => problemOf([size, size], [size, size - by])

  test('limits hold to a millionth of a pupil, and all functions agree', () => {
    expect(solveNetwork(short(1e-9), solver).status).toBe('proven')
    expect(findConflict(short(1e-9), solver)).toBeUndefined()
    expect(solveNetwork(short(1e-5), solver).status).toBe('infeasible')
    expect(findConflict(short(1e-5), solver)?.rules.map(({ rule }) => rule)).toContain('capacity')
  })
})
