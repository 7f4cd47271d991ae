import { expect, test } from 'vitest'
import { protectTotal } from './protect-total.ts'

const rule = { leastCount: 5, zeros: 'print' } as const
const count = (total: number, is_about_people = true) => ({
  kind: 'count' as const,
  total,
  denominator: null,
  accepted: 3,
  is_about_people,
})

test('a total about few people is covered, and nothing else is', () => {
  expect(protectTotal(count(4), rule)).toMatchObject({ isCovered: true, total: 0 })
  expect(protectTotal(count(5), rule)).toMatchObject({ isCovered: false, total: 5 })
  expect(protectTotal(count(0), rule)).toMatchObject({ isCovered: false })
  expect(protectTotal(count(0), { ...rule, zeros: 'hide' })).toMatchObject({ isCovered: true })
  expect(protectTotal(count(2, false), rule)).toMatchObject({ isCovered: false })
})

test('of a share few who are left over are protected as well', () => {
  const share = { kind: 'share' as const, total: 48, denominator: 50, accepted: 3, is_about_people: true }
  expect(protectTotal(share, rule)).toMatchObject({ isCovered: true, denominator: null })
  expect(protectTotal({ ...share, total: 40 }, rule)).toMatchObject({ isCovered: false, total: 40 })
})
