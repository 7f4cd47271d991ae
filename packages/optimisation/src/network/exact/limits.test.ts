import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { municipality } from '../../../bench/instance.ts'
import { smallWarehouseProblem, warehouseProblem } from '../../conformance/published-instances.ts'
import type { NetworkProblem } from '../model/problem.ts'
import { assignToOpen, previewPlan } from '../preview/preview.ts'
import { findAlternatives } from './find-alternatives.ts'
import { findConflict } from './find-conflict.ts'
import { solveNetwork } from './solve-network.ts'
import type { Solver } from './solver.ts'

const solver = await loadHighs()
const problem = municipality(12, 80, 5)

test('without time the plan of the quick search stays, with its bound', () => {
  const { status, endedBy, plan, bound, gap } = solveNetwork(problem, solver, { gap: 0, seconds: 0 })
  expect([status, endedBy]).toEqual(['stopped', 'time'])
  expect(gap).toBeGreaterThan(0)
  expect(bound).toBeLessThan(plan?.cost ?? 0)
})

test('more memory than allowed ends the search', () => {
  const { status, endedBy } = solveNetwork(problem, solver, { gap: 0, memoryBytes: 1 })
  expect([status, endedBy]).toEqual(['stopped', 'memory'])
})

test('a limit of branches ends the search', () => {
  const { endedBy } = solveNetwork(problem, solver, { gap: 0, nodes: 0 })
  expect(['nodes', 'gap']).toContain(endedBy)
})

test('a solver that gives up leaves the plan of the quick search, without a proof', () => {
  const givesUp: Solver = {
    memoryBytes: 0,
    createModel: (...source) => {
      const model = solver.createModel(...source)
      model.run = () => {
        throw new solver.errors.HighsError('run failed with HiGHS status -1', 'run')
      }
      return model
    },
  }
  const { status, endedBy, plan, bound } = solveNetwork(problem, givesUp, { gap: 0 })
  expect([status, endedBy]).toEqual(['stopped', 'failed'])
  expect(bound).toBeLessThan(plan?.cost ?? 0)
  expect(findConflict(problem, givesUp)).toMatchObject({ rules: [], withoutWay: [], isIrreducible: false })
})

test('memory that an earlier problem took counts, as a solver never gives it back', () => {
  const { status, endedBy } = solveNetwork(problem, solver, { gap: 0, memoryBytes: solver.memoryBytes - 1 })
  expect([status, endedBy]).toEqual(['stopped', 'memory'])
})

test('the same input gives the same answer', () => {
  const once = solveNetwork(problem, solver, { gap: 0.005 })
  const again = solveNetwork(problem, solver, { gap: 0.005 })
  expect({ ...again, seconds: 0 }).toEqual({ ...once, seconds: 0 })
  expect(previewPlan(problem)).toEqual(previewPlan(problem))
})

test.each<[string, () => unknown]>([
  ['solveNetwork: gap is -1; seconds is NaN', () => solveNetwork(problem, solver, { gap: -1, seconds: NaN })],
  [
    'solveNetwork: memoryBytes is -1; nodes is -2; waysPerUnit is -3',
    () => solveNetwork(problem, solver, { memoryBytes: -1, nodes: -2, waysPerUnit: -3 }),
  ],
  [
    'solveNetwork: without holds fixedOpen {"site":"s1"}, not in the problem',
    () => solveNetwork(problem, solver, { without: [{ rule: 'fixedOpen', site: 's1' }] }),
  ],
  [
    'findAlternatives: within is -1; count is 0; differBy is 0.5',
    () => findAlternatives(problem, solver, { count: 0, within: -1, differBy: 0.5 }),
  ],
  ['findAlternatives: nodes is -1', () => findAlternatives(problem, solver, { nodes: -1 })],
  [
    'findConflict: tries is -1; secondsPerTry is NaN; seconds is -2; memoryBytes is -1',
    () => findConflict(problem, solver, { tries: -1, secondsPerTry: NaN, seconds: -2, memoryBytes: -1 }),
  ],
  [
    'previewPlan: evaluations is -1; iterations is NaN',
    () => previewPlan(problem, { evaluations: -1, iterations: NaN }),
  ],
  [
    'assignToOpen: nowhere is not a site; elsewhere is not a site',
    () => assignToOpen(problem, ['nowhere', 'elsewhere']),
  ],
])('%s', (message, refused) => {
  expect(refused).toThrow(new RangeError(message))
})

test('a conflict found with few tries is a conflict, but may not be irreducible', () => {
  const tooSmall = smallWarehouseProblem()
  const closed = {
    ...tooSmall,
    sites: tooSmall.sites.map((site) => ({ ...site, status: 'closed' as const })),
  }
  const whole = findConflict(closed, solver)
  expect(whole).toMatchObject({ isIrreducible: true })
  const early = findConflict(closed, solver, { tries: 2 })
  expect(early).toMatchObject({ isIrreducible: false, iterations: 2 })
  expect(early?.rules.length).toBeGreaterThan(whole?.rules.length ?? 0)
})

test('where limits leave open whether there is a conflict, nothing is blamed', () => {
  const nothing = { rules: [], withoutWay: [], isIrreducible: false, iterations: 0 }
  const small = smallWarehouseProblem()
  expect(findConflict(small, solver, { tries: 0 })).toEqual(nothing)
  expect(findConflict(small, solver, { seconds: 0 })).toEqual(nothing)
  expect(findConflict(small, solver)).toBeUndefined()
})

test('a preview keeps the capacities however far some have to go', () => {
  const tight: NetworkProblem = {
    sites: [
      { id: 'A', capacity: 3 },
      { id: 'B', capacity: 4 },
    ],
    units: [
      { id: 'a', pupils: 3, gradeBand: 'all' },
      { id: 'b', pupils: 4, gradeBand: 'all' },
    ],
    gradeBands: [{ id: 'all' }],
    travel: Float64Array.of(9, 1, 1, 9),
  }
  expect(previewPlan(tight)).toMatchObject({ violatedPupils: 0, plan: { cost: 63 } })
})

test('lifting a rule shows what it costs, and the plan names it as tight', () => {
  const small = smallWarehouseProblem()
  const { plan } = solveNetwork(small, solver, { gap: 0 })
  const rule = plan?.tight.find((each) => 'site' in each && each.site === 'w1')
  expect(rule).toEqual({ rule: 'capacity', site: 'w1', pupils: 1 })
  const lifted = solveNetwork(small, solver, { gap: 0, without: rule ? [rule] : [] })
  expect(lifted.plan?.cost).toBeLessThan(plan?.cost ?? 0)
})

test('a full school turns nobody away who has a place elsewhere by right', () => {
  const full: NetworkProblem = {
    sites: [{ id: 'A', capacity: 5 }, { id: 'B' }],
    units: [
      { id: 'a', pupils: 5, gradeBand: 'all' },
      { id: 'b', pupils: 3, gradeBand: 'all', presentSite: 'B' },
    ],
    gradeBands: [{ id: 'all' }],
    travel: Float64Array.of(1, 9, 1, 9),
  }
  expect(solveNetwork(full, solver).plan?.tight).toEqual([{ rule: 'capacity', site: 'A', pupils: 5 }])
  expect(solveNetwork({ ...full, mayPresentStay: true }, solver).plan?.tight).toEqual([])
})

test('a rule to leave out may be written in any order', () => {
  const small = smallWarehouseProblem()
  const { plan } = solveNetwork(small, solver, {
    gap: 0,
    without: [{ pupils: 1, site: 'w1', rule: 'capacity' }],
  })
  expect(plan?.cost).toBeLessThan(383)
})

test('units that may split cost no more than whole ones, and every share adds up', () => {
  const whole = solveNetwork(warehouseProblem('cap61', true), solver, { gap: 0.001 })
  const split = solveNetwork(warehouseProblem('cap61', false), solver, { gap: 0.001 })
  expect(split.plan?.cost).toBeLessThanOrEqual((whole.plan?.cost ?? 0) * 1.001)
  const { plan } = solveNetwork(warehouseProblem('cap41', false), solver, { gap: 0 })
  const shares = plan?.placements.filter(({ unit }) => unit === 'c34') ?? []
  expect(shares.length).toBeGreaterThan(2)
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
})

test('the worst way is shortened when it weighs enough', () => {
  const line: NetworkProblem = {
    sites: [{ id: 'A' }, { id: 'B' }],
    units: [
      { id: 'many', pupils: 50, gradeBand: 'all' },
      { id: 'few', pupils: 5, gradeBand: 'all' },
    ],
    gradeBands: [{ id: 'all' }],
    travel: Float64Array.of(0, 20, 40, 15),
    openAtMost: 1,
  }
  expect(solveNetwork(line, solver, { gap: 0 }).plan?.open).toEqual(['A'])
  const fair = solveNetwork({ ...line, fairness: { longest: 50 } }, solver, { gap: 0 })
  expect(fair.plan).toMatchObject({ open: ['B'], longestMinutes: 20, cost: 50 * 20 + 5 * 15 + 50 * 20 })
})
