import { expect, test } from 'vitest'
import { type DisclosureRule, rulesOn } from './disclosure-rule.ts'

const rule = (given: Partial<DisclosureRule>): DisclosureRule => ({
  what: 'count',
  validFrom: '2020-01-01',
  leastPeople: 0,
  leastCount: 5,
  zeros: 'print',
  ...given,
})

test('the newest rule that has begun holds, in whatever order they come', () => {
  const rules = [
    rule({ validFrom: '2025-01-01', leastCount: 7 }),
    rule({}),
    rule({ validFrom: '2027-01-01', leastCount: 3 }),
  ]
  expect(rulesOn(rules, '2024-12-31').count.leastCount).toBe(5)
  expect(rulesOn(rules, '2025-01-01').count.leastCount).toBe(7)
  expect(rulesOn(rules.toReversed(), '2026-12-31').count.leastCount).toBe(7)
})

test('the strictest holds while there is no rule', () => {
  for (const what of ['adultAnswers', 'minorAnswers', 'share'] as const) {
    expect(rulesOn([rule({})], '2026-01-01')[what]).toEqual({
      leastPeople: 10,
      leastCount: 10,
      zeros: 'hide',
    })
  }
  expect(rulesOn([rule({})], '2019-12-31').count.leastCount).toBe(10)
})
