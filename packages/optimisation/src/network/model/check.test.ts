import { expect, test } from 'vitest'
import { checkProblem } from './check.ts'
import type { NetworkProblem } from './problem.ts'

const good: NetworkProblem = {
  sites: [{ id: 'A' }, { id: 'B' }],
  units: [{ id: 'u', pupils: 3, gradeGroup: 'all' }],
  gradeGroups: [{ id: 'all' }],
  travel: Float64Array.of(1, Number.POSITIVE_INFINITY),
}
const unit = { id: 'u', pupils: 3, gradeGroup: 'all' }

test('a possible problem passes', () => {
  expect(() => checkProblem('here', good)).not.toThrow()
})

test.each<[Partial<NetworkProblem>, string]>([
  [{ sites: [] }, 'here: sites is empty'],
  [{ units: [] }, 'here: units is empty'],
  [{ travel: Float64Array.of(1) }, 'travel has 1 numbers for 1 units × 2 sites'],
  [{ travel: Float64Array.of(1, -1) }, 'travel holds -1'],
  [{ travel: Float64Array.of(1, Number.NaN) }, 'travel holds NaN'],
  [{ sites: [{ id: 'A' }, { id: 'A' }] }, 'site A is given twice'],
  [{ sites: [{ id: 'A', capacity: -1 }, { id: 'B' }] }, 'capacity of A is -1'],
  [{ sites: [{ id: 'A', minimum: Number.NaN }, { id: 'B' }] }, 'minimum of A is NaN'],
  [{ sites: [{ id: 'A', groups: { x: {} } }, { id: 'B' }] }, 'limits for grade group x'],
  [{ sites: [{ id: 'A', groups: { all: { minimum: -2 } } }, { id: 'B' }] }, 'minimum of A for all is -2'],
  [{ units: [{ ...unit, pupils: 0 }] }, 'pupils of u is 0'],
  [{ units: [{ ...unit, gradeGroup: 'x' }] }, 'unit u is of grade group x'],
  [{ units: [{ ...unit, presentSite: 'x' }] }, 'unit u is present in x'],
  [{ gradeGroups: [{ id: 'all', travelLimit: -1 }] }, 'travelLimit of all is -1'],
  [{ movingCost: -1 }, 'movingCost is -1'],
  [{ fairness: { longest: -1 } }, 'fairness.longest is -1'],
])('%o is refused', (change, message) => {
  expect(() => checkProblem('here', { ...good, ...change })).toThrow(message)
})

test('those who go together must be present together', () => {
  const units = [
    { ...unit, together: 'family', presentSite: 'A' },
    { ...unit, id: 'v', together: 'family', presentSite: 'B' },
  ]
  const travel = Float64Array.of(1, 1, 1, 1)
  expect(() => checkProblem('here', { ...good, units, travel })).toThrow('units of family go together')
})
