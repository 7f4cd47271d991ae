import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feasibleCounts, isMeanFeasible, isShareFeasible, nearestFeasibleShares } from './granularity.ts'

const printedOf = fc
  .integer({ min: 1, max: 800 })
  .chain((n) => fc.tuple(fc.nat(n), fc.constant(n), fc.integer({ min: 0, max: 3 })))

/** Rounds half up in whole numbers, as a report would print count ÷ n. */
function print(count: number, n: number, decimals: number): number {
  const scale = 100 * 10 ** decimals
  return Math.floor((2 * scale * count + n) / (2 * n)) / scale
}

describe('feasibleCounts', () => {
  test('71 % of 7 can only be 5', () => {
    expect(feasibleCounts(0.71, 7, 0)).toEqual([5])
  })

  test('70 % of 7 cannot be', () => {
    expect(feasibleCounts(0.7, 7, 0)).toEqual([])
  })

  test('43 % of 500 can be any of five counts', () => {
    expect(feasibleCounts(0.43, 500, 0)).toEqual([213, 214, 215, 216, 217])
  })

  test('97 % and 96.7 % of 30 can only be 29', () => {
    expect(feasibleCounts(0.97, 30, 0)).toEqual([29])
    expect(feasibleCounts(0.967, 30, 1)).toEqual([29])
  })

  test('a tie may be rounded up or to even', () => {
    // 1 of 8 is 12.5 %: 13 half up, 12 half to even; 3 of 8 is 37.5 %: 38 either way.
    expect(feasibleCounts(0.12, 8, 0)).toEqual([1])
    expect(feasibleCounts(0.13, 8, 0)).toEqual([1])
    expect(feasibleCounts(0.37, 8, 0)).toEqual([])
    expect(feasibleCounts(0.38, 8, 0)).toEqual([3])
  })

  test('0 % and 100 % stay within the denominator', () => {
    expect(feasibleCounts(0, 300, 0)).toEqual([0, 1])
    expect(feasibleCounts(1, 300, 0)).toEqual([299, 300])
  })

  test('finds every count from its print', () => {
    fc.assert(
      fc.property(printedOf, ([count, n, decimals]) => {
        expect(feasibleCounts(print(count, n, decimals), n, decimals)).toContain(count)
      }),
    )
  })

  test('finds no count that is half a digit away', () => {
    fc.assert(
      fc.property(printedOf, ([count, n, decimals]) => {
        const share = print(count, n, decimals)
        const counts = feasibleCounts(share, n, decimals)
        expect(counts.every((k) => Math.abs(k / n - share) <= 0.005 / 10 ** decimals + 1e-12)).toBe(true)
      }),
    )
  })

  test('refuses a share with more decimals than said', () => {
    expect(() => feasibleCounts(0.7143, 7, 0)).toThrow(
      'feasibleCounts: 0.7143 is not printed with 0 decimals',
    )
    expect(() => feasibleCounts(71, 7, 0)).toThrow('feasibleCounts: share 71')
    expect(() => feasibleCounts(0.71, 0, 0)).toThrow('feasibleCounts: denominator 0')
    expect(() => feasibleCounts(0.71, 7, 7)).toThrow('feasibleCounts: decimals 7')
  })
})

describe('isShareFeasible', () => {
  test('says whether there is a count', () => {
    fc.assert(
      fc.property(printedOf, ([count, n, decimals]) => {
        const share = count / 100 <= 1 ? Math.round(count) / 100 : 1
        expect(isShareFeasible(share, n, decimals)).toBe(feasibleCounts(share, n, decimals).length > 0)
      }),
    )
  })
})

describe('nearestFeasibleShares', () => {
  test('70 % of 7 lies between 4 (57 %) and 5 (71 %)', () => {
    expect(nearestFeasibleShares(0.7, 7, 0)).toEqual({
      below: { successes: 4, share: 0.57 },
      above: { successes: 5, share: 0.71 },
    })
  })

  test('an attainable share has neighbours of its own', () => {
    expect(nearestFeasibleShares(0.57, 7, 0)).toEqual({
      below: { successes: 3, share: 0.43 },
      above: { successes: 5, share: 0.71 },
    })
  })

  test('nothing lies below none or above all', () => {
    expect(nearestFeasibleShares(0, 7, 0).below).toBeUndefined()
    expect(nearestFeasibleShares(1, 7, 0).above).toBeUndefined()
  })

  test('the neighbours are attainable, and on either side', () => {
    const printed = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 800 }))
    fc.assert(
      fc.property(printed, ([permille, n]) => {
        const { below, above } = nearestFeasibleShares(permille / 1000, n, 1)
        expect((below?.share ?? -1) < permille / 1000 && permille / 1000 < (above?.share ?? 2)).toBe(true)
        expect(below === undefined || isShareFeasible(below.share, n, 1)).toBe(true)
        expect(above === undefined || isShareFeasible(above.share, n, 1)).toBe(true)
      }),
    )
  })
})

describe('isMeanFeasible', () => {
  test('5.19 of 28 people cannot be, 5.18 and 5.21 can', () => {
    expect(isMeanFeasible(5.19, 28, 2)).toBe(false)
    expect(isMeanFeasible(5.18, 28, 2)).toBe(true)
    expect(isMeanFeasible(5.21, 28, 2)).toBe(true)
  })

  test('more items make finer means', () => {
    expect(isMeanFeasible(3.25, 5, 2)).toBe(false)
    expect(isMeanFeasible(3.25, 5, 2, 4)).toBe(true)
  })

  test('with 100 or more answers every mean of two decimals can be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 5000 }),
        fc.integer({ min: -1000, max: 1000 }),
        (n, hundredths) => {
          expect(isMeanFeasible(hundredths / 100, n, 2)).toBe(true)
        },
      ),
    )
  })

  test('refuses impossible input', () => {
    expect(() => isMeanFeasible(5.19, 0, 2)).toThrow('isMeanFeasible: n 0')
    expect(() => isMeanFeasible(5.19, 28, 2, 0)).toThrow('isMeanFeasible: items 0')
    expect(() => isMeanFeasible(5.19, 28, 1)).toThrow('isMeanFeasible: 5.19 is not printed with 1 decimals')
    expect(() => isMeanFeasible(Number.NaN, 28, 1)).toThrow(RangeError)
    expect(() => isMeanFeasible(1e9, 1e9, 2)).toThrow(
      'isMeanFeasible: 1000000000 of 1000000000 is too large to be checked exactly',
    )
    expect(() => isShareFeasible(71, 7, 0)).toThrow('isShareFeasible: share 71')
    expect(() => nearestFeasibleShares(71, 7, 0)).toThrow('nearestFeasibleShares: share 71')
  })
})
