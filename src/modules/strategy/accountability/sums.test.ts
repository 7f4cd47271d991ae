import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FundingLine } from './model.ts'
import { sumByFund, sumFunding } from './sums.ts'

const line = (
  action: string,
  planned: number | null,
  fund: FundingLine['fund'] = 'municipality',
): Pick<FundingLine, 'action' | 'fund' | 'planned' | 'spent'> => ({ action, fund, planned, spent: null })

const lines = [
  line('1', 1000.1),
  line('1', 200.2, 'europeanUnion'),
  line('2', 50),
  line('2', null, 'state'),
  line('3', null),
  line('4', null, 'none'),
  line('6', 0),
]

describe('what actions cost', () => {
  test('is the sum of what is known, with what is not counted beside it', () => {
    expect(sumFunding(['1', '2', '3', '4', '5', '6'], lines, 'planned')).toEqual({
      sum: 1250.3,
      actions: 6,
      known: 2,
      partly: 1,
      without: 2,
      notNeeded: 1,
    })
  })

  test('is not known where no sum is, and is 0 where the sum is 0', () => {
    expect(sumFunding(['3', '5'], lines, 'planned').sum).toBeNull()
    expect(sumFunding(['1'], lines, 'spent')).toMatchObject({ sum: null, without: 1 })
    expect(sumFunding(['6'], lines, 'planned')).toMatchObject({ sum: 0, known: 1 })
    expect(sumFunding([], lines, 'planned')).toMatchObject({ sum: null, actions: 0 })
  })

  test('is told by source, without actions that have none of it', () => {
    expect(sumByFund(['1', '2', '3', '4'], lines, 'planned')).toMatchObject([
      { fund: 'municipality', sum: { sum: 1050.1, actions: 3, without: 1 } },
      { fund: 'europeanUnion', sum: { sum: 200.2, actions: 1, without: 0 } },
      { fund: 'state', sum: { sum: null, actions: 1, without: 1 } },
    ])
  })

  const someLine = fc.record({
    action: fc.constantFrom('1', '2', '3'),
    fund: fc.constantFrom('municipality' as const, 'state' as const, 'none' as const),
    planned: fc.option(fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100)),
    spent: fc.constant(null),
  })
  test('counts each action once, and parts of a plan add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(someLine), (some) => {
        const whole = sumFunding(['1', '2', '3'], some, 'planned')
        expect(whole.known + whole.partly + whole.without + whole.notNeeded).toBe(3)
        const parts = ['1', '2', '3'].map((code) => sumFunding([code], some, 'planned').sum)
        const known = parts.flatMap((sum) => sum ?? [])
        const added = known.reduce((sum, one) => sum + Math.round(one * 100), 0) / 100
        expect(whole.sum).toBe(known.length === 0 ? null : added)
      }),
    )
  })
})
