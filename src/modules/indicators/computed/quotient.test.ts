import { expect, test } from 'vitest'
import { quotientOf } from './quotient.ts'

const of = (numerator: number, denominator: number | null) => ({ numerator, denominator })

test('a share is per cent with one decimal, a rate with two, a number is itself', () => {
  expect(quotientOf('share', 'percent', of(50, 70))).toBe(71.4)
  expect(quotientOf('share', 'percent', of(0, 70))).toBe(0)
  expect(quotientOf('number', 'per1000', of(3, 2000))).toBe(1.5)
  expect(quotientOf('number', 'EUR', of(1000, 3))).toBe(333.33)
  expect(quotientOf('ratio', 'ratio', of(110, 10))).toBe(11)
  expect(quotientOf('number', 'count', of(0, null))).toBe(0)
  expect(quotientOf('number', 'EUR', of(0.1 + 0.2, null))).toBe(0.3)
})

test('what cannot be is not told', () => {
  expect(quotientOf('share', 'percent', of(8, 7))).toBeNull()
  expect(quotientOf('share', 'percent', of(-1, 7))).toBeNull()
  expect(quotientOf('share', 'percent', of(0, 0))).toBeNull()
  expect(quotientOf('share', 'percent', of(5, null))).toBeNull()
  expect(quotientOf('number', 'EUR', of(5, 0))).toBeNull()
  expect(quotientOf('text', 'text', of(5, 5))).toBeNull()
})
