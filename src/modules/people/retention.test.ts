import { describe, expect, test } from 'vitest'
import { withholding } from './retention.ts'

describe('what is kept of somebody who asks to be erased', () => {
  test('is all, while they work or learn at the institution', () => {
    expect(withholding({ of: 'post', validTo: null }, '2026-11-30')).toEqual({
      reason: 'people.withheld.working',
      until: null,
    })
    expect(withholding({ of: 'enrolment', validTo: '2027-05-31' }, '2026-11-30')).toMatchObject({
      until: null,
    })
  })

  test('is who was there, until the day that the rule names, and that day no longer', () => {
    const left = { of: 'post', validTo: '2020-06-01' } as const
    expect(withholding(left, '2026-11-30')).toEqual({ reason: 'people.withheld.post', until: '2030-06-01' })
    expect(withholding(left, '2030-05-31')).toBeDefined()
    expect(withholding(left, '2030-06-01')).toBeUndefined()
  })
})
