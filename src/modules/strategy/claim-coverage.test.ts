import { expect, test } from 'vitest'
import { coverClaims } from './claim-coverage.ts'
import { aClaim, aMeasured, someData } from './testing.ts'

const indicators = [
  aMeasured({ code: '1', baseline: 10, results: { '2024/2025': 12 } }),
  aMeasured({ code: '2', results: { '2024/2025': 12 } }),
]
const trend = { kind: 'trend', direction: 'up', fromPeriod: 'baseline', toPeriod: '2024/2025' } as const
const sum = { kind: 'sum', toPeriod: '2024/2025', value: 24 } as const
const order = { kind: 'order', direction: 'before', subjects: ['decidedOn'] } as const

test.each([
  ['a trend with both ends', { ...trend, subjects: ['1'] }, 'whole'],
  ['a trend of which one line has no beginning', { ...trend, subjects: ['1', '2'] }, 'part'],
  ['a trend without figures', { ...trend, subjects: ['2'] }, 'none'],
  ['a sum of known parts', { ...sum, subjects: ['1', '2'] }, 'whole'],
  ['a sum with an unknown part', { ...sum, subjects: ['1', '9'] }, 'none'],
  ['a count', { kind: 'count', subjects: ['actions'], value: 3 }, 'whole'],
  ['a count without its number', { kind: 'count', subjects: ['actions'], value: null }, 'none'],
  ['an order of known days', { ...order, date: '2021-06-22' }, 'whole'],
  ['an order without the other day', { ...order, date: null }, 'none'],
] as const)('%s: %j can be checked as a %s', (_, given, coverage) => {
  const claim = aClaim({ ...given, subjects: [...given.subjects] })
  expect(coverClaims(someData({ claims: [claim], indicators })).get(claim.key)).toBe(coverage)
})
