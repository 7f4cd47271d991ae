import {
  type Arbitrary,
  array,
  assert,
  constantFrom,
  double,
  integer,
  option,
  property,
  record,
} from 'fast-check'
import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { allPlans, liftRule } from '../../testing/brute-force.ts'
import { makeNetwork } from '../model/network.ts'
import type { NetworkProblem } from '../model/problem.ts'
import { previewPlan } from '../preview/preview.ts'
import { ruleKey } from '../rules/rule.ts'
import { findAlternatives } from './find-alternatives.ts'
import { findConflict } from './find-conflict.ts'
import { solveNetwork } from './solve-network.ts'

const sometimes = <Value>(arbitrary: Arbitrary<Value>) => option(arbitrary, { nil: undefined, freq: 2 })

/** Small problems of up to 3 schools and 5 units with every kind of rule: for tests. */
const randomProblem: Arbitrary<NetworkProblem> = record({
  sites: array(
    record({
      capacity: sometimes(integer({ min: 5, max: 30 })),
      minimum: sometimes(integer({ min: 1, max: 12 })),
      runningCost: integer({ min: 0, max: 120 }),
      status: constantFrom('free', 'free', 'free', 'open', 'closed'),
      young: sometimes(
        record({ capacity: integer({ min: 0, max: 15 }), minimum: integer({ min: 0, max: 8 }) }),
      ),
    }),
    { minLength: 2, maxLength: 3 },
  ),
  units: array(
    record({
      pupils: integer({ min: 1, max: 9 }),
      isYoung: constantFrom(true, false),
      present: sometimes(integer({ min: 0, max: 2 })),
      together: constantFrom(undefined, undefined, 'family'),
      area: constantFrom(undefined, 'north', 'south'),
      minutes: array(integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 3 }),
    }),
    { minLength: 3, maxLength: 5 },
  ),
  travelLimit: integer({ min: 20, max: 45 }),
  mayPresentStay: constantFrom(true, false),
  movingCost: integer({ min: 0, max: 9 }),
  openAtMost: sometimes(integer({ min: 1, max: 3 })),
  openAtLeast: sometimes(integer({ min: 0, max: 2 })),
  fairness: sometimes(
    record({ longest: integer({ min: 0, max: 9 }), worstArea: integer({ min: 0, max: 9 }) }),
  ),
  beyond: sometimes(
    record({ minutes: integer({ min: 5, max: 25 }), weight: double({ min: 0, max: 3, noNaN: true }) }),
  ),
}).map(({ sites, units, travelLimit, fairness, beyond, openAtMost, openAtLeast, ...rest }) => ({
  ...rest,
  ...defined({ openAtMost, openAtLeast }),
  sites: sites.map(({ young, capacity, minimum, ...site }, index) => ({
    ...site,
    status: site.status as 'free' | 'open' | 'closed',
    id: `s${index}`,
    ...defined({ capacity, minimum }),
    ...(young ? { groups: { young } } : {}),
  })),
  units: units.map(({ pupils, isYoung, present, together, area }, index) => ({
    id: `u${index}`,
    pupils,
    gradeGroup: isYoung ? 'young' : 'old',
    // Those who go together must be present together.
    ...defined({
      together,
      area,
      presentSite: presentOf(together === undefined ? present : undefined, sites.length),
    }),
  })),
  gradeGroups: [{ id: 'young', travelLimit }, { id: 'old' }],
  travel: Float64Array.from(units.flatMap(({ minutes }) => minutes.slice(0, sites.length))),
  fairness: { ...fairness, ...(beyond ? { beyond } : {}) },
}))

function presentOf(present: number | undefined, sites: number): string | undefined {
  return present === undefined ? undefined : `s${present % sites}`
}

/** Without the properties that are undefined. */
function defined<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never
}

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
