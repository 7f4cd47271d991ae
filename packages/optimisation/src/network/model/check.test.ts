import { expect, test } from 'vitest'
import { checkProblem } from './check.ts'
import type { NetworkProblem } from './problem.ts'

const good: NetworkProblem = {
  sites: [{ id: 'A' }, { id: 'B' }],
  units: [{ id: 'u', pupils: 3, gradeBand: 'all' }],
  gradeBands: [{ id: 'all' }],
  travel: Float64Array.of(1, Number.POSITIVE_INFINITY),
}
const unit = { id: 'u', pupils: 3, gradeBand: 'all' }

test('a possible problem passes', () => {
  expect(() => checkProblem('here', good)).not.toThrow()
})

test.each<[Partial<NetworkProblem>, string]>([
  [{ sites: [] }, 'here: sites is empty; travel has 2 numbers for 1 units × 0 sites'],
  [{ units: [] }, 'here: units is empty; travel has 2 numbers for 0 units × 2 sites'],
  [{ travel: Float64Array.of(1) }, 'here: travel has 1 numbers for 1 units × 2 sites'],
  [{ travel: Float64Array.of(1, -1) }, 'here: travel of u to B is -1'],
  [{ travel: Float64Array.of(Number.NaN, 1) }, 'here: travel of u to A is NaN'],
  [{ sites: [{ id: 'A' }, { id: 'A' }] }, 'here: site A is given twice'],
  [{ sites: [{ id: 'A', capacity: -1 }, { id: 'B' }] }, 'here: capacity of A is -1'],
  [{ sites: [{ id: 'A', minimum: Number.NaN }, { id: 'B' }] }, 'here: minimum of A is NaN'],
  [
    { sites: [{ id: 'A', groups: { x: {} } }, { id: 'B' }] },
    'here: site A has limits for grade band x, which is not given',
  ],
  [
    { sites: [{ id: 'A', groups: { all: { minimum: -2 } } }, { id: 'B' }] },
    'here: minimum of A for all is -2',
  ],
  [{ units: [{ ...unit, pupils: 0 }] }, 'here: pupils of u is 0'],
  [{ units: [{ ...unit, pupils: 9e-4 }] }, 'here: pupils of u is 0.0009, less than 0.001'],
  [{ units: [{ ...unit, pupils: 2e9 }] }, 'here: pupils of u is 2000000000, more than 1000000000'],
  [{ sites: [{ id: 'A', capacity: 1e-6 }, { id: 'B' }] }, 'here: capacity of A is 0.000001, less than 0.001'],
  [
    { sites: [{ id: 'A', groups: { all: { minimum: 1e-6 } } }, { id: 'B' }] },
    'here: minimum of A for all is 0.000001, less than 0.001',
  ],
  [
    { sites: [{ id: 'A', minimum: 1e15 }, { id: 'B' }] },
    'here: minimum of A is 1000000000000000, more than 1000000000',
  ],
  [{ units: [{ ...unit, gradeBand: 'x' }] }, 'here: unit u is of grade band x, which is not given'],
  [{ units: [{ ...unit, presentSite: 'x' }] }, 'here: unit u is present in x, which is not given'],
  [{ gradeBands: [{ id: 'all', travelLimit: -1 }] }, 'here: travelLimit of all is -1'],
  [{ gradeBands: [{ id: 'all' }, { id: 'all' }] }, 'here: grade band all is given twice'],
  [{ sites: [{ id: 'A', status: 'shut' as 'open' }, { id: 'B' }] }, 'here: status of A is shut'],
  [{ sites: [{ id: 'A', runningCost: Infinity }, { id: 'B' }] }, 'here: runningCost of A is Infinity'],
  [{ sites: [{ id: 'A', minimum: Infinity }, { id: 'B' }] }, 'here: minimum of A is Infinity'],
  [
    { sites: [{ id: 'A', groups: { all: { capacity: -2 } } }, { id: 'B' }] },
    'here: capacity of A for all is -2',
  ],
  [{ units: [{ ...unit, pupils: Infinity }] }, 'here: pupils of u is Infinity'],
  [{ units: [{ ...unit, priority: Infinity }] }, 'here: priority of u is Infinity'],
  [{ openAtMost: 1.5 }, 'here: openAtMost is 1.5'],
  [{ openAtMost: -1 }, 'here: openAtMost is -1'],
  [{ openAtLeast: Infinity }, 'here: openAtLeast is Infinity'],
  [{ movingCost: -1 }, 'here: movingCost is -1'],
  [{ fairness: { worstArea: Infinity } }, 'here: fairness.worstArea is Infinity'],
  [
    { fairness: { beyond: { minutes: -1, weight: -2 } } },
    'here: fairness.beyond.minutes is -1; fairness.beyond.weight is -2',
  ],
  [{ fairness: { longest: -1 } }, 'here: fairness.longest is -1'],
])('%o is refused', (change, message) => {
  expect(() => checkProblem('here', { ...good, ...change })).toThrow(new RangeError(message))
})

test('those who go together must be present together', () => {
  const units = [
    { ...unit, together: 'family', presentSite: 'A' },
    { ...unit, id: 'v', together: 'family', presentSite: 'B' },
  ]
  const travel = Float64Array.of(1, 1, 1, 1)
  expect(() => checkProblem('here', { ...good, units, travel })).toThrow(
    new RangeError('here: units of family go together but are present in different schools (v in B)'),
  )
})

test('newcomers may go together with those who are enrolled', () => {
  const together = { ...unit, together: 'family' }
  const units = [together, { ...together, id: 'v', presentSite: 'B' }, { ...together, id: 'w' }]
  expect(() => checkProblem('here', { ...good, units, travel: new Float64Array(6) })).not.toThrow()
})

test('limits may be infinite, which is no limit', () => {
  const unlimited = {
    sites: [{ id: 'A', capacity: Infinity, groups: { all: { capacity: Infinity } } }, { id: 'B' }],
    gradeBands: [{ id: 'all', travelLimit: Infinity }],
    openAtMost: Infinity,
    fairness: { beyond: { minutes: Infinity, weight: 1 } },
  }
  expect(() => checkProblem('here', { ...good, ...unlimited })).not.toThrow()
})

test('all faults are named at once, and of very many how many', () => {
  const units = [{ ...unit, pupils: 0, presentSite: 'x' }]
  const faults =
    'here: travel of u to B is -1; pupils of u is 0; unit u is present in x, which is not given; movingCost is -1'
  expect(() =>
    checkProblem('here', { ...good, units, movingCost: -1, travel: Float64Array.of(1, -1) }),
  ).toThrow(new RangeError(faults))
  const many = (count: number) => {
    const units = Array.from({ length: count }, (_, index) => ({ ...unit, id: `u${index}`, pupils: 0 }))
    return () => checkProblem('here', { ...good, units, travel: new Float64Array(2 * count) })
  }
  expect(many(10)).toThrow(/^here: pupils of u0 is 0; .*; pupils of u9 is 0$/)
  expect(many(12)).toThrow(/^here: pupils of u0 is 0; .*; pupils of u9 is 0; and 2 more$/)
})
