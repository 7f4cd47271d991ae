import { expect, test } from 'vitest'
import { missingProtection } from './protection.ts'

const wanted = { below: 4, above: 5, width: 10 }

test('an interval is wide enough that reaches as far on both sides as wanted', () => {
  expect(missingProtection(wanted, { value: 20, low: 15, high: 25 })).toEqual([])
  expect(missingProtection(wanted, { value: 20, low: 0, high: 40 })).toEqual([])
  expect(missingProtection(wanted, { value: 20, low: 0, high: Infinity })).toEqual([])
})

test.each([
  [17, 27, ['below']],
  [10, 24, ['above']],
  [16, 25, ['width']],
  [18, 23, ['below', 'above', 'width']],
  [20, 20, ['below', 'above', 'width']],
])('20 between %d and %d lacks %j', (low, high, missing) => {
  expect(missingProtection(wanted, { value: 20, low, high })).toEqual(missing)
})

test('an interval that is not a number protects nothing', () => {
  expect(missingProtection(wanted, { value: 20, low: Number.NaN, high: 30 })).toEqual(['below', 'width'])
  expect(missingProtection(wanted, { value: 20, low: 10, high: Number.NaN })).toEqual(['above', 'width'])
})

test('what is missing by rounding errors of an amount is forgiven, and no more', () => {
  const amount = { value: 2e6, low: 2e6 - 4 + 1e-3, high: 2e6 + 7 }
  expect(missingProtection(wanted, amount)).toEqual([])
  expect(missingProtection(wanted, { ...amount, low: 2e6 - 4 + 3e-3 })).toEqual(['below'])
  expect(missingProtection(wanted, { value: 0, low: -4 + 5e-10, high: 7 })).toEqual([])
  expect(missingProtection(wanted, { value: 0, low: -4 + 2e-9, high: 7 })).toEqual(['below'])
})
