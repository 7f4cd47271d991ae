import { expect, test } from 'vitest'
import { couldPrintAs, printsAs } from './printed.ts'

const whole = (percent: number) => ({ percent, decimals: 0 })

test('rounds to the nearest', () => {
  expect(printsAs(75.49, whole(75))).toBe(true)
  expect(printsAs(75.51, whole(75))).toBe(false)
})

test('accepts half up and half to even at a tie, and nothing else', () => {
  expect(printsAs(75.5, whole(76))).toBe(true)
  expect(printsAs(76.5, whole(77))).toBe(true)
  expect(printsAs(76.5, whole(76))).toBe(true)
  expect(printsAs(75.5, whole(75))).toBe(false)
})

test('sees a tie through binary fractions', () => {
  expect(printsAs((0.1 + 0.2) * 10 + 0.05, { percent: 3.1, decimals: 1 })).toBe(true)
})

test('allows for parts that were rounded before', () => {
  expect(couldPrintAs(75.9, whole(75), 0)).toBe(true)
  expect(couldPrintAs(76.1, whole(75), 0)).toBe(false)
})
