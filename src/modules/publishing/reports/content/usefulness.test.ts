import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CRITERIA, type Met, type Project, usefulnessOf } from './usefulness.ts'

const all = (met: Met): Project['met'] => ({
  begun: met,
  aim: met,
  direction: met,
  indicator: met,
  moved: met,
  evidence: met,
  cost: met,
})

describe('what can be told of a project', () => {
  test('is that it was useful when everything asked is so', () => {
    expect(usefulnessOf(all(true))).toBe('useful')
  })

  test('is not touched by its cost', () => {
    for (const cost of [true, false, null]) expect(usefulnessOf({ ...all(true), cost })).toBe('useful')
  })

  test('is that it is not shown when one thing is not so', () => {
    for (const criterion of CRITERIA.filter((one) => one !== 'cost'))
      expect(usefulnessOf({ ...all(true), [criterion]: false })).toBe('notShown')
  })

  test('is nothing while one thing is not known, whatever the others are', () => {
    const met = fc.constantFrom<Met>(true, false, null)
    const asked = CRITERIA.filter((one) => one !== 'cost')
    fc.assert(
      fc.property(fc.tuple(met, met, met, met, met, met), fc.nat(5), (values, unknown) => {
        const given = Object.fromEntries(asked.map((criterion, index) => [criterion, values[index]]))
        const project = { ...all(true), ...given, [asked[unknown] ?? 'aim']: null }
        expect(usefulnessOf(project)).toBe('cannotTell')
      }),
    )
  })
})
