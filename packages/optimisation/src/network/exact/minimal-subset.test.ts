import { assert, integer, property, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { minimalSubset } from './minimal-subset.ts'

const numbers = Array.from({ length: 40 }, (_, index) => index)

test('finds exactly the part that fails', () => {
  assert(
    property(uniqueArray(integer({ min: 0, max: 39 }), { minLength: 1, maxLength: 6 }), (bad) => {
      let checks = 0
      const found = minimalSubset(numbers, (subset) => {
        checks++
        return bad.every((each) => subset.includes(each))
      })
      expect(found?.toSorted((a, b) => a - b)).toEqual(bad.toSorted((a, b) => a - b))
      expect(checks).toBeLessThan(80)
    }),
  )
})

test('nothing fails, or everything does', () => {
  expect(minimalSubset(numbers, () => false)).toBeUndefined()
  expect(minimalSubset(numbers, () => true)).toEqual([])
})
