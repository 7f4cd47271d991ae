import { assert, property } from 'fast-check'
import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { allPlans, liftRule } from '../../testing/brute-force.ts'
import { problemOf, randomProblem } from '../../testing/random-problem.ts'
import { makeNetwork } from '../model/network.ts'
import type { NetworkProblem } from '../model/problem.ts'
import { previewPlan } from '../preview/preview.ts'
import { ruleKey } from '../rules/rule.ts'
import { findAlternatives } from './find-alternatives.ts'
import { findConflict } from './find-conflict.ts'
import { solveNetwork } from './solve-network.ts'

const solver = await loadHighs()

test('finds what trying all plans finds', () => {
  assert(
    property(randomProblem, (problem) => {
      const [best] = allPlans(problem)
      const { status, plan, bound } = solveNetwork(problem, solver, { gap: 0 })
      expect(status).toBe(best ? 'proven' : 'infeasible')
      if (!best) return
      expect(plan?.cost).toBeCloseTo(best.cost, 5)
      expect(bound).toBeLessThanOrEqual(best.cost + 1e-5)
    }),
    { numRuns: 150, seed: 1 },
  )
})

test('with few ways a unit the proof still holds', () => {
  assert(
    property(randomProblem, (problem) => {
      const [best] = allPlans(problem)
      const { plan, bound } = solveNetwork(problem, solver, { gap: 0, waysPerUnit: 1 })
      expect(plan?.cost ?? Infinity).toBeCloseTo(best?.cost ?? Infinity, 5)
      expect(bound).toBeLessThanOrEqual((best?.cost ?? Infinity) + 1e-5)
    }),
    { numRuns: 60, seed: 2 },
  )
})

/** Few pupils in units that may split, and the same pupils one by one. */
function splitAndSingle(problem: NetworkProblem): { split: NetworkProblem; single: NetworkProblem } {
  const { worstArea: _, ...fairness } = problem.fairness ?? {}
  const siteCount = problem.sites.length
  const sites = problem.sites.map(({ capacity = 30, minimum = 0, ...site }) => ({
    ...site,
    capacity: Math.ceil(capacity / 6),
    minimum: Math.ceil(minimum / 4),
  }))
  const units = problem.units.map(({ together: _, ...unit }) => ({
    ...unit,
    pupils: Math.ceil(unit.pupils / 4),
    splittable: true,
  }))
  const singles = units.flatMap((unit, index) =>
    Array.from({ length: unit.pupils }, (_, pupil) => ({
      unit: { ...unit, id: `${unit.id}-${pupil}`, pupils: 1, splittable: false },
      ways: problem.travel.subarray(index * siteCount, (index + 1) * siteCount),
    })),
  )
  const split = { ...problem, sites, units, fairness }
  return {
    split,
    single: {
      ...split,
      units: singles.map(({ unit }) => unit),
      travel: Float64Array.from(singles.flatMap(({ ways }) => [...ways])),
    },
  }
}

// With whole limits a best split is one of whole pupils, as the limits of a school and of its grade bands are nested.
test('units that may split cost what their pupils cost one by one', () => {
  assert(
    property(problemOf(3), (problem) => {
      const { split, single } = splitAndSingle(problem)
      const [best] = allPlans(single)
      const { status, plan } = solveNetwork(split, solver, { gap: 0 })
      expect(status).toBe(best ? 'proven' : 'infeasible')
      expect(plan?.cost ?? Infinity).toBeCloseTo(best?.cost ?? Infinity, 5)
    }),
    { numRuns: 100, seed: 7 },
  )
})

test('the preview keeps the rules or says by how much not, and its bound holds', () => {
  assert(
    property(randomProblem, (problem) => {
      const [best] = allPlans(problem)
      const { plan, violatedPupils, bound } = previewPlan(problem)
      expect(bound).toBeLessThanOrEqual((best?.cost ?? Infinity) + 1e-6)
      if (violatedPupils > 0) return
      expect(best).toBeDefined()
      expect(plan?.cost).toBeGreaterThanOrEqual((best?.cost ?? Infinity) - 1e-6)
    }),
    { numRuns: 200, seed: 3 },
  )
})

test('a conflict cannot be kept, and lifting any of its rules alone makes it possible', () => {
  assert(
    property(randomProblem, (problem) => {
      const conflict = findConflict(problem, solver)
      expect(conflict === undefined).toBe(allPlans(problem).length > 0)
      if (!conflict) return
      const blamed = new Set(conflict.rules.map(ruleKey))
      const others = makeNetwork(problem).rules.filter((rule) => !blamed.has(ruleKey(rule)))
      const alone = others.reduce(liftRule, problem)
      expect(conflict.isIrreducible).toBe(true)
      // Units whose being kept whole is not blamed may split here, which trying all plans cannot.
      const isPossible = (each: NetworkProblem) => solveNetwork(each, solver).status === 'proven'
      expect(isPossible(alone)).toBe(false)
      expect(conflict.rules.filter((rule) => !isPossible(liftRule(alone, rule)))).toEqual([])
    }),
    { numRuns: 60, seed: 4 },
  )
})

test('alternatives are the best plan of each other set of schools, all within the share', () => {
  assert(
    property(randomProblem, (problem) => {
      const best = new Map<string, number>()
      for (const { open, cost } of allPlans(problem)) {
        const key = open.flatMap((flag, site) => (flag ? [`s${site}`] : [])).join()
        if (!best.has(key)) best.set(key, cost)
      }
      const [least = 0] = best.values()
      const wanted = [...best.values()].filter((cost) => cost <= least * 1.3)
      const { plans, isComplete } = findAlternatives(problem, solver, { gap: 0, within: 0.3, count: 8 })
      expect(isComplete).toBe(true)
      expect(plans.map(({ cost }) => Math.round(cost * 1e4))).toEqual(
        wanted.map((cost) => Math.round(cost * 1e4)),
      )
    }),
    { numRuns: 60, seed: 5 },
  )
})
