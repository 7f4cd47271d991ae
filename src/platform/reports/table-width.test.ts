import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aTable, aWideTable } from '../../../tests/support/long-report.ts'
import type { ReportTable } from './report.ts'
import { columnShares, turns } from './table-width.ts'

/** A table of one row with these texts. */
function tableOf(texts: string[], { shares }: { shares?: number[] } = {}): ReportTable {
  return {
    ...aTable('table', 0),
    columns: texts.map((_, place) => ({
      heading: 'Gads',
      ...(shares?.[place] === undefined ? {} : { share: shares[place] }),
    })),
    rows: [{ cells: texts.map((text) => [{ text }]) }],
  }
}

describe('a table turns', () => {
  test('when it has more columns than one reads upright, or words that would not fit', () => {
    expect(turns(aTable('few', 40))).toBe(false)
    expect(turns(aWideTable('many'))).toBe(true)
    expect(turns(tableOf(Array(7).fill('nepieciešamajiem')))).toBe(true)
    expect(turns(tableOf(Array(7).fill('12 %')))).toBe(false)
  })

  test('not because a text is long: it has lines', () => {
    expect(turns(tableOf(['vārds '.repeat(400), 'vārds '.repeat(400)]))).toBe(false)
  })

  test('and stays turned when it becomes wider', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 40 }), { minLength: 1, maxLength: 12 }),
        fc.string({ maxLength: 40 }),
        (texts, more) => {
          expect(Number(turns(tableOf([...texts, more])))).toBeGreaterThanOrEqual(
            Number(turns(tableOf(texts))),
          )
        },
      ),
    )
  })
})

describe('columns', () => {
  test('share the whole width', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 200 }), { minLength: 1, maxLength: 12 }), (texts) => {
        const shares = columnShares(tableOf(texts))
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
        expect(Math.min(...shares)).toBeGreaterThan(0)
      }),
    )
  })

  test('are as wide as the report says, one without a share as one', () => {
    expect(columnShares(tableOf(['a', 'b', 'c'], { shares: [2] }))).toEqual([0.5, 0.25, 0.25])
  })
})
