import fc from 'fast-check'
import loadHighs, { type ModelStatusCode } from 'highs'
import { describe, expect, test } from 'vitest'
import { attack } from '../attacker/attack.ts'
import { linkTables } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import type { Solver } from '../solver/solver.ts'
import { randomLinkedRelease, randomRelease } from '../testing/random-release.ts'
import { pupilRelease, pupilTable } from '../testing/small-tables.ts'
import { behindBase, roundAsEurostat, roundToBase } from './base.ts'
import { roundControlled } from './controlled.ts'
import { roundMean } from './mean.ts'

const solver = await loadHighs()

describe('roundToBase', () => {
  test('rounds to the nearest multiple, halves away from zero', () => {
    expect([0, 2, 3, 7, 7.5, 8, -3, -7.5].map((value) => roundToBase(value, 5))).toEqual([
      0, 0, 5, 5, 10, 10, -5, -10,
    ])
    expect(() => roundToBase(3, 1)).toThrow('roundToBase: base 1 is not a whole number from 2')
    expect(() => roundToBase(Infinity, 5)).toThrow('value Infinity is not finite')
  })

  test('behindBase gives back exactly the counts that print so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 2, max: 20 }), (count, base) => {
        const { low, high } = behindBase(roundToBase(count, base), base)
        expect(low <= count && count <= high).toBe(true)
        expect(roundToBase(low, base)).toBe(roundToBase(high, base))
        expect(roundToBase(high + 1, base)).toBe(roundToBase(high, base) + base)
      }),
    )
    expect(() => behindBase(7, 5)).toThrow('7 is not a multiple of 5')
    expect(() => behindBase(-5, 5)).toThrow('behindBase: -5 is not a multiple of 5')
    expect(() => behindBase(5, 2.5)).toThrow('behindBase: base 2.5 is not a whole number from 2')
  })

  test('rounds as Eurostat does', () => {
    expect([0, 1, 4, 7, 8, 14, 15, 104].map(roundAsEurostat)).toEqual([0, 5, 5, 5, 10, 10, 20, 100])
    expect(() => roundAsEurostat(1.5)).toThrow('roundAsEurostat: count 1.5')
  })
})

describe('roundMean', () => {
  test('prints one decimal, of ten people and more', () => {
    expect(roundMean(6.25, 10)).toBe(6.3)
    expect(roundMean(-6.25, 12)).toBe(-6.3)
    expect(roundMean(-0.04, 12)).toBe(0)
    expect(roundMean(6.25, 9)).toBeUndefined()
    expect(roundMean(6.254, 5, { decimals: 2, least: 5 })).toBe(6.25)
    expect(() => roundMean(Number.NaN, 10)).toThrow(new RangeError('roundMean: mean NaN is not finite'))
    expect(() => roundMean(1, 9.5)).toThrow(new RangeError('roundMean: people 9.5'))
    expect(() => roundMean(1, -1)).toThrow(new RangeError('roundMean: people -1'))
    expect(() => roundMean(1, 10, { decimals: 7 })).toThrow(
      'roundMean: decimals 7 is not a whole number from 0',
    )
    expect(() => roundMean(1, 3, { least: Number.NaN })).toThrow(
      'roundMean: least NaN is not a number from 0',
    )
  })
})

describe('roundControlled', { timeout: 30_000 }, () => {
  test('keeps sums where single rounding breaks them', () => {
    const release = pupilRelease([
      [3, 3, 3],
      [3, 3, 3],
      [3, 3, 3],
    ])
    const rounded = roundControlled(release, 5, solver)
    expect(rounded).toMatchObject({ steps: 0, isOptimal: true })
    expect(additivityFault(release, rounded?.values)).toBe(0)
    // Two cells of each line go up: 6 × 2 + 3 × 3, margins 6 × 1, the total 3.
    expect(rounded).toMatchObject({ distance: 30 })
    expect(rounded?.values[0]).toBe(30)
  })

  test('moves every cell less than a base, and leaves possible what it may hide', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const release = seed % 3 ? randomRelease(seed, 4) : randomLinkedRelease(seed)
        const rounded = roundControlled(release, 5, solver)
        const steps = rounded?.steps ?? Number.NaN
        expect(additivityFault(release, rounded?.values)).toBe(0)
        for (const [at, { key, value }] of release.cells.entries()) {
          const printed = rounded?.values[at] ?? Number.NaN
          expect(printed % 5).toBe(0)
          expect(Math.abs(printed - value)).toBeLessThan(5 * (1 + steps))
          const { low = NaN, high = NaN } = rounded?.ranges[key] ?? {}
          expect(low <= value && value <= high).toBe(true)
        }
      }),
      { numRuns: 16 },
    )
  })

  test('what it prints can be attacked', () => {
    const release = pupilRelease([
      [1, 12],
      [13, 4],
    ])
    const { ranges = {} } = roundControlled(release, 5, solver) ?? {}
    const attacked = attack(release, { hidden: [], ranges }, solver)
    expect(attacked).toHaveLength(9)
    expect(Math.min(...attacked.map(({ low, high }) => high - low))).toBeGreaterThanOrEqual(4)
  })

  test('has nothing to do where nothing is printed', () => {
    const nothing = roundControlled(linkTables({ measures: {}, tables: [] }), 5, solver)
    expect(nothing).toMatchObject({ distance: 0, isOptimal: true })
  })

  test('leaves alone what only an earlier edition printed', () => {
    const rows = (last: number) => [
      [1, 12],
      [13, last],
    ]
    const now = pupilTable(rows(4))
    const measures = { pupils: { aboutPersons: true } }
    const earlier = [{ name: 'May', tables: [pupilTable(rows(6))], hidden: [] }]
    const release = linkTables({ measures, tables: [now], earlier })
    const alone = linkTables({ measures, tables: [now] })
    const [rounded, expected] = [release, alone].map((each) => roundControlled(each, 5, solver))
    expect(rounded?.distance).toBe(expected?.distance)
    expect(rounded?.ranges).toEqual(expected?.ranges)
    expect(rounded?.values.filter(Number.isNaN)).toHaveLength(release.cells.length - alone.cells.length)
  })

  test('takes the best found when the time is up, and says so', () => {
    const release = pupilRelease([
      [1, 12],
      [13, 4],
    ])
    const inTime = roundControlled(release, 5, solver)
    expect(roundControlled(release, 5, stopEarly(13))).toEqual({ ...inTime, isOptimal: false })
    expect(roundControlled(release, 5, stopEarly(8))).toBeUndefined()
  })

  test('refuses what is not whole', () => {
    const release = linkTables({
      measures: { pupils: { aboutPersons: true, whole: false } },
      tables: [pupilTable([[1.5]])],
    })
    expect(() => roundControlled(release, 5, solver)).toThrow('is 1.5, not whole')
  })
})

/** HiGHS, but every run says that it ended in this status. */
function stopEarly(modelStatus: ModelStatusCode): Solver {
  return {
    createModel(data) {
      const model = solver.createModel(data)
      const run = model.run.bind(model)
      model.run = () => ({ ...run(), modelStatus })
      return model
    },
  }
}

/** Largest amount by which a sum is missed. */
function additivityFault({ equations }: Release, values: ArrayLike<number> = []): number {
  const { starts, cells, coefficients, totals } = equations
  return totals.reduce((worst, total, row) => {
    let sum = -total
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
      sum += (coefficients[entry] ?? 0) * (values[cells[entry] ?? 0] ?? Number.NaN)
    }
    return Math.max(worst, Math.abs(sum))
  }, 0)
}
