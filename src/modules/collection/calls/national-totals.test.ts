import { describe, expect, test } from 'vitest'
import { nationalTotals } from './national-totals.ts'

const rules = { count: { leastPeople: 10, leastCount: 10, zeros: 'print' } } as const
const row = (municipality_id: string, total: number, more: object = {}) => ({
  municipality_id,
  field: 'pupils',
  kind: 'count' as const,
  choice: '',
  total,
  denominator: null,
  accepted: 3,
  asked: 4,
  is_about_people: true,
  ...more,
})

describe('what municipalities answered together', () => {
  test('is told with how many of how many institutions it is of', () => {
    const [pupils] = nationalTotals([row('a', 120), row('b', 30, { accepted: 1, asked: 9 })], rules)
    expect(pupils?.municipalities[1]).toMatchObject({ total: 30, accepted: 1, asked: 9 })
    expect(pupils?.together).toEqual({ total: 150, denominator: null, accepted: 4, asked: 13 })
  })

  test('is covered where it counts few people, and then there is no sum from which it would follow', () => {
    const [pupils] = nationalTotals([row('a', 120), row('b', 4)], rules)
    expect(pupils?.municipalities.map(({ total }) => total)).toEqual([120, null])
    expect(pupils?.together).toBeNull()
  })

  test('covers a share whose rest is few people, and prints nobody where the rule does', () => {
    const share = { kind: 'share', denominator: 100 }
    const [told] = nationalTotals([row('a', 95, share), row('b', 0, share)], rules)
    expect(told?.municipalities.map(({ total }) => total)).toEqual([null, 0])
  })

  test('is not covered where nobody is counted', () => {
    const [money] = nationalTotals([row('a', 4, { kind: 'money', is_about_people: false })], rules)
    expect(money?.municipalities[0]?.total).toBe(4)
  })
})
