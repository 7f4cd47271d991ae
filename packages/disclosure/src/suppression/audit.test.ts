import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { attack } from '../attacker/attack.ts'
import { behindNoise } from '../perturbation/behind-noise.ts'
import { createNoiseTable } from '../perturbation/noise-table.ts'
import { findPrimaryCells } from '../primary/find.ts'
import { linkTables } from '../release/link.ts'
import { randomLinkedRelease, randomRelease } from '../testing/random-release.ts'
import { pupilKey, pupilTable } from '../testing/small-tables.ts'
import { audit } from './audit.ts'

const solver = await loadHighs()
const measures = { pupils: { aboutPersons: true } }

describe('audit', { timeout: 30_000 }, () => {
  test('finds the cell that a published set gives away', () => {
    const release = linkTables({
      measures,
      tables: [
        pupilTable([
          [3, 20, 30],
          [20, 25, 30],
        ]),
      ],
    })
    const primary = findPrimaryCells(release)
    const verdict = (...cells: string[]) => audit(release, { hidden: cells.map(pupilKey) }, primary, solver)
    expect(verdict('A1')).toMatchObject([{ value: 3, isProtected: false, low: 3, high: 3 }])
    expect(verdict()).toMatchObject([{ isProtected: false, low: 3, high: 3 }])
    expect(verdict('A1', 'A2', 'B1', 'B2')).toMatchObject([{ isProtected: true }])
  })

  test('finds what a printed percentage gives away', () => {
    const share = {
      numerator: { measure: 'pupils', at: { school: 'A', grade: '1' } },
      denominator: { measure: 'pupils', at: { grade: '1' } },
      decimals: 0,
    }
    const rows = [
      [3, 20],
      [40, 50],
    ]
    const release = linkTables({ measures, tables: [pupilTable(rows)], shares: [share] })
    const [a1] = findPrimaryCells(release).filter(({ key }) => key === pupilKey('A1'))
    const hidden = ['A1', 'A2', 'B1', 'B2'].map(pupilKey)
    const primary = a1 ? [a1] : []
    expect(audit(release, { hidden }, primary, solver)).toMatchObject([{ isProtected: true }])
    expect(audit(release, { hidden, shares: 'all' }, primary, solver)).toMatchObject([
      { isProtected: false, low: 3, high: 3 },
    ])
  })

  // A planted leak: neither the release nor the answer to a free query gives the cell away.
  test('finds what a release and a free query give away together', () => {
    const rows = [
      [3, 20, 30],
      [20, 25, 30],
    ]
    const release = linkTables({ measures, tables: [pupilTable(rows)] })
    const primary = findPrimaryCells(release)
    const hidden = ['A1', 'A2', 'B1', 'B2'].map(pupilKey)
    const answered = (cell: string, printed: number, most: number) => {
      const ranges = { [pupilKey(cell)]: behindNoise(createNoiseTable({ most, variance: 0.9 }), printed) }
      return audit(release, { hidden, ranges }, primary, solver)
    }
    expect(answered('B2', 26, 3)).toMatchObject([{ isProtected: true }])
    expect(answered('B2', 26, 1)).toMatchObject([{ isProtected: false, low: 3, high: 5 }])
  })

  test('agrees with the full attack on any published set', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const release = seed % 2 ? randomRelease(seed) : randomLinkedRelease(seed)
        const primary = findPrimaryCells(release)
        const some = release.cells.filter((_, n) => (seed * (n + 3)) % 7 < 2).map(({ key }) => key)
        const hidden = [...new Set([...primary.map(({ key }) => key), ...some])]
        const cells = primary.map(({ key }) => key)
        const attacked = attack(release, { hidden }, solver, { cells })
        const expected = attacked.map(({ value, low, high }, n) => {
          const { width = 0, below = 0, above = 0 } = primary[n] ?? {}
          return high - low >= width && value - low >= below && high - value >= above
        })
        const audited = audit(release, { hidden }, primary, solver)
        expect(audited.map(({ isProtected }) => isProtected)).toEqual(expected)
      }),
      { numRuns: 24 },
    )
  })
})
