import { expect, test } from 'vitest'
import { minimumsInForce } from './dated-minimum.ts'
import { ruleKey, sayRule } from './rule.ts'

const minimums = [
  { id: 'old', gradeBand: '10-12', pupils: 60, validFrom: '2020-09-01', validTo: '2027-09-01' },
  { id: 'city', kind: 'city', gradeBand: '10-12', pupils: 120, tolerance: 0.1, validFrom: '2027-09-01' },
  { id: 'all', gradeBand: '10-12', pupils: 45, validFrom: '2027-09-01' },
  { id: 'school', pupils: 101, tolerance: 0.25, validFrom: '2020-01-01' },
]

test('the minimum of the day and kind holds, the strictest where there are several', () => {
  expect(minimumsInForce(minimums, '2027-08-31', 'city')).toEqual([
    { id: 'old', gradeBand: '10-12', pupils: 60 },
    { id: 'school', pupils: 76 },
  ])
  expect(minimumsInForce(minimums, '2027-09-01', 'city')[0]).toEqual({
    id: 'city',
    gradeBand: '10-12',
    pupils: 108,
  })
  expect(minimumsInForce(minimums, '2027-09-01', 'rural')[0]).toEqual({
    id: 'all',
    gradeBand: '10-12',
    pupils: 45,
  })
})

test('impossible dates and minimums are refused', () => {
  expect(() => minimumsInForce(minimums, '1.9.2027', 'city')).toThrow(
    new RangeError('minimumsInForce: day is 1.9.2027, not an ISO date'),
  )
  expect(() => minimumsInForce([{ id: 'x', pupils: -1, validFrom: '2020-01-01' }], '2027-09-01', '')).toThrow(
    'x has -1',
  )
})

test('impossible dates of a minimum are refused, and numbers that are none', () => {
  const refused = (change: object) => () =>
    minimumsInForce([{ id: 'x', pupils: 60, validFrom: '2020-09-01', ...change }], '2027-09-01', '')
  expect(refused({ validFrom: '1.9.2020' })).toThrow(
    new RangeError('minimumsInForce: validFrom of x is 1.9.2020, not an ISO date'),
  )
  expect(refused({ validTo: '2027-13-01' })).toThrow(
    new RangeError('minimumsInForce: validTo of x is 2027-13-01, not an ISO date'),
  )
  expect(refused({ pupils: Infinity })).toThrow('x has Infinity')
  expect(refused({ tolerance: 1.1 })).toThrow('tolerance 1.1')
})

test('every rule has a sentence and a key of its own', () => {
  const rules = [
    { rule: 'capacity', site: 'A', pupils: 90 },
    { rule: 'minimum', site: 'A', gradeBand: '10-12', pupils: 60 },
    { rule: 'fixedOpen', site: 'A' },
    { rule: 'fixedClosed', site: 'A' },
    { rule: 'travelLimit', gradeBand: '1-6', minutes: 40 },
    { rule: 'keptWhole', units: ['a', 'b'] },
    { rule: 'keptWhole', units: ['a'] },
    { rule: 'mayPresentStay', units: ['a', 'b'] },
    { rule: 'openAtMost', sites: 3 },
    { rule: 'openAtLeast', sites: 2 },
  ] as const
  expect(rules.map(sayRule)).toEqual([
    'A has room for 90 pupils',
    'A, grades 10-12, needs at least 60 pupils to stay open',
    'A stays open',
    'A is closed',
    'pupils of 1-6 travel at most 40 minutes',
    'a, b go to school together',
    'a goes to one school as a whole',
    'pupils of a, b may stay in their school while it is open',
    'at most 3 schools stay open',
    'at least 2 schools stay open',
  ])
  expect(new Set(rules.map(ruleKey)).size).toBe(rules.length)
})
