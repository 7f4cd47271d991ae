import { expect, test } from 'vitest'
import { isTimeToSummarize, shownSummaries } from './summary-rule.ts'

const locksAt = new Date('2026-12-20T00:00:00Z')
const before = new Date('2026-12-01T00:00:00Z')
const after = new Date('2026-12-21T00:00:00Z')

test('peers are spoken of from eight on, and anew after three more or once after the lock', () => {
  const first = { accepted: 7, since: 7, summarizedAt: null, locksAt }
  expect(isTimeToSummarize(first, before)).toBe(false)
  expect(isTimeToSummarize({ ...first, accepted: 8, since: 8 }, before)).toBe(true)
  const again = { accepted: 10, since: 2, summarizedAt: before, locksAt }
  expect(isTimeToSummarize(again, before)).toBe(false)
  expect(isTimeToSummarize({ ...again, accepted: 11, since: 3 }, before)).toBe(true)
  expect(isTimeToSummarize(again, after)).toBe(true)
  expect(isTimeToSummarize({ ...again, summarizedAt: after }, after)).toBe(false)
})

const summary = (institution_type: string, peers: number) => ({ field: 'pupils', institution_type, peers })
const typesOf = (...all: ReturnType<typeof summary>[]) =>
  shownSummaries(all).map(({ institution_type }) => institution_type)

test('a type is left out where it would tell of the one or two that are of no other', () => {
  expect(typesOf(summary('', 7), summary('school', 7))).toEqual([])
  expect(typesOf(summary('', 9), summary('school', 8), summary('preschool', 1))).toEqual([''])
  expect(typesOf(summary('', 8), summary('school', 8))).toEqual(['', 'school'])
  expect(typesOf(summary('', 20), summary('school', 12), summary('preschool', 8))).toEqual([
    '',
    'school',
    'preschool',
  ])
  expect(typesOf(summary('', 21), summary('school', 12), summary('preschool', 8))).toEqual(['', 'school'])
})
