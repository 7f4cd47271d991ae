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

  test('have room for their longest words, whatever the report says', () => {
    const table = tableOf(['Mērķis', ...Array(7).fill('12')], { shares: [3] })
    const headed = {
      ...table,
      columns: table.columns.map((column, place) =>
        place === 5 ? { ...column, heading: 'Nesasniedz' } : column,
      ),
    }
    const [goal = 0, ...others] = columnShares(headed)
    // Ten letters and the space beside them, on a page with 96 letters in a line.
    expect(others[4]).toBeCloseTo(12 / 96)
    expect(goal).toBeGreaterThan(2.9 * (others[0] ?? 0))
    expect(others.reduce((sum, share) => sum + share, goal)).toBeCloseTo(1)
  })

  test('are by what they need where there is too little for all', () => {
    const long = 'nepieciešamajiem'
    expect(columnShares(tableOf(Array(12).fill(long)))).toEqual(Array(12).fill(expect.closeTo(1 / 12)))
  })
})
