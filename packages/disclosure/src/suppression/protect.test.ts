import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { repetitions } from '../../../../tests/support/repetitions.ts'
import { attack } from '../attacker/attack.ts'
import { findPrimaryCells, type PrimaryCell } from '../primary/find.ts'
import { linkTables } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import { flatDimension } from '../tables/hierarchy.ts'
import { createTable } from '../tables/table.ts'
import { published, publishedKey, publishedRelease } from '../testing/fixture.ts'
import { randomLinkedRelease, randomRelease } from '../testing/random-release.ts'
import { pupilKey, pupilTable } from '../testing/small-tables.ts'
import { audit } from './audit.ts'
import { checkProof } from './check-proof.ts'
import { type ProtectedRelease, protect } from './protect.ts'

const solver = await loadHighs()
const measures = { pupils: { aboutPersons: true } }
const seeds = fc.integer({ min: 1, max: 1_000_000 })

/** A third of them two linked tables, half of them with zeros printed. */
function randomCase(seed: number): { release: Release; primary: PrimaryCell[] } {
  const release = seed % 3 ? randomRelease(seed) : randomLinkedRelease(seed)
  return { release, primary: findPrimaryCells(release, { zeros: seed % 2 ? 'print' : 'hide' }) }
}

describe('protect', () => {
  test('adds the one cell that sdcTable adds', () => {
    const primary = published.hidden.map((cell): PrimaryCell => {
      return { key: publishedKey(cell), reason: 'threshold', below: 1, above: 1, width: 5 }
    })
    const found = protect(publishedRelease(), primary, solver)
    expect(found.isSafe).toBe(true)
    expect(found.secondary).toHaveLength(1)
    const cells = [publishedKey('wb')]
    const [wb] = attack(publishedRelease(), { hidden: found.hidden }, solver, { cells })
    expect((wb?.high ?? 0) - (wb?.low ?? 0)).toBeGreaterThanOrEqual(5)
  })

  test('has nothing to do where nothing is sensitive', () => {
    const release = linkTables({ measures, tables: [pupilTable([[10, 20]])] })
    expect(protect(release, [], solver)).toMatchObject({ isSafe: true, hidden: [], proof: { cells: [] } })
  })

  test('prefers cells that an earlier edition hid', () => {
    const rows = [
      [3, 20, 20, 20],
      [20, 20, 20, 20],
      [20, 20, 20, 20],
      [20, 20, 20, 20],
    ]
    const lastYear = { ...pupilTable(rows, 'last year'), asOf: '2024' }
    const thisYear = { ...pupilTable(rows, 'this year'), asOf: '2025' }
    const hiddenBefore = ['A1', 'A4', 'D1', 'D4'].map((cell) =>
      pupilKey(cell).replace('pupils', 'pupils@2024'),
    )
    const earlier = [{ name: '2024', tables: [lastYear], hidden: hiddenBefore }]
    const release = linkTables({ measures, tables: [thisYear], earlier })
    const primary = findPrimaryCells(release).filter(({ key }) => key.startsWith('pupils@2025'))
    const expected = ['A1', 'D1', 'A4', 'D4'].map((cell) => pupilKey(cell).replace('pupils', 'pupils@2025'))
    expect(new Set(protect(release, primary, solver).hidden)).toEqual(new Set(expected))
  })

  test('says what an earlier edition has given away', () => {
    const rows = [
      [3, 20],
      [20, 20],
    ]
    const earlier = [{ name: 'May', tables: [pupilTable(rows, 'May')], hidden: [] }]
    const release = linkTables({ measures, tables: [pupilTable(rows)], earlier })
    const found = protect(release, findPrimaryCells(release), solver)
    expect(found).toMatchObject({ isSafe: false, hidden: [] })
    expect(found.exposed.map(({ key }) => key)).toEqual([pupilKey('A1')])
  })

  test('does not protect a cell by what an earlier edition printed', () => {
    const rows = [
      [3, 20, 30],
      [20, 20, 30],
      [30, 30, 30],
    ]
    const hidden = ['A1', 'A3', 'C1', 'C3'].map(pupilKey)
    const earlier = [{ name: 'May', tables: [pupilTable(rows, 'May')], hidden }]
    const release = linkTables({ measures, tables: [pupilTable(rows)], earlier })
    const found = protect(release, findPrimaryCells(release), solver)
    expect(found.isSafe).toBe(true)
    expect(new Set(found.hidden)).toEqual(new Set(hidden))
  })

  test('knows that an earlier percentage has given a count away', () => {
    const rows = [
      [3, 20],
      [40, 50],
    ]
    const share = {
      numerator: { measure: 'pupils', at: { school: 'A', grade: '1' } },
      denominator: { measure: 'pupils', at: { grade: '1' } },
      decimals: 0,
    }
    const edition = {
      name: 'May',
      tables: [pupilTable(rows)],
      hidden: ['A1', 'A2', 'B1', 'B2'].map(pupilKey),
    }
    const protectAfter = (shares: (typeof share)[]) => {
      const release = linkTables({ measures, tables: [pupilTable(rows)], earlier: [{ ...edition, shares }] })
      return protect(release, findPrimaryCells(release), solver)
    }
    expect(protectAfter([])).toMatchObject({ isSafe: true, exposed: [] })
    // 3 of 43 printed as 7 %, and nothing else does.
    expect(protectAfter([share])).toMatchObject({ isSafe: false, exposed: [{ key: pupilKey('A1') }] })
  })

  test('protects a remainder that is never printed', () => {
    const institutions = createTable({
      name: 'PII and schools',
      measure: 'pupils',
      dimensions: [{ name: 'kind', total: flatDimension('all', ['PII', 'schools', 'special']) }],
      cells: [
        { at: { kind: 'PII' }, value: 200 },
        { at: { kind: 'schools' }, value: 300 },
        { at: { kind: 'special' }, value: 2 },
      ],
    })
    const release = linkTables({ measures, tables: [institutions], unprinted: ['pupils|kind=special'] })
    const found = protect(release, findPrimaryCells(release), solver)
    expect(found.isSafe).toBe(true)
    expect(found.hidden).toEqual(['pupils|kind=PII'])
  })

  test('protects sums of money that are not whole', () => {
    const cells = [
      { at: { school: 'A' }, value: 1000.25, largest: [900, 50] },
      { at: { school: 'B' }, value: 2000.5, largest: [500, 400] },
      { at: { school: 'C' }, value: 3000.75, largest: [500, 400] },
    ]
    const dimensions = [{ name: 'school', total: flatDimension('all', ['A', 'B', 'C']) }]
    const table = createTable({ name: 'money', measure: 'money', dimensions, cells })
    const rules = { threshold: 0, pPercent: 0.1 }
    const release = linkTables({
      measures: { money: { aboutPersons: true, whole: false, rules } },
      tables: [table],
    })
    const found = protect(release, findPrimaryCells(release), solver)
    expect(found).toMatchObject({ isSafe: true, hidden: ['money|school=A', 'money|school=B'] })
  })

  test('refuses primary cells and insiders that there are not', () => {
    const release = linkTables({ measures, tables: [pupilTable([[10]])] })
    const primary = [{ key: 'x', reason: 'threshold', below: 1, above: 1, width: 5 }] as const
    expect(() => protect(release, primary, solver)).toThrow('protect: primary: the release has no cell x')
    const insiders = JSON.parse('"no"')
    expect(() => protect(release, [], solver, { insiders })).toThrow(
      new RangeError('protect: insiders no is neither protect nor ignore'),
    )
    const vague = [
      { key: pupilKey('A1'), reason: 'threshold', below: 1, above: 1, width: Number.NaN },
    ] as const
    expect(() => protect(release, vague, solver)).toThrow(
      new RangeError(`protect: primary ${pupilKey('A1')} width NaN is not a number from 0`),
    )
  })
})

// Up to a thousand more are in thousand-tables.test.ts, and more in bench/run.ts.
describe('on random hierarchical and linked tables', { timeout: 30_000 }, () => {
  test('no primary cell can be recovered within its interval', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { release, primary } = randomCase(seed)
        const found = protect(release, primary, solver)
        expect(found.isSafe).toBe(true)
        const cells = primary.map(({ key }) => key)
        const attacked = attack(release, { hidden: found.hidden }, solver, { cells })
        expect(attacked).toHaveLength(primary.length)
        for (const [n, { value, low, high }] of attacked.entries()) {
          expect(high - low).toBeGreaterThanOrEqual(Math.max(5, 0.2 * value))
          expect(low).toBeLessThanOrEqual(value - (primary[n]?.below ?? 0))
        }
      }),
      { numRuns: repetitions(36) },
    )
  })

  test('the proof holds, and claims no more than the attacker finds', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { release, primary } = randomCase(seed)
        const { hidden, proof } = protect(release, primary, solver)
        expect(checkProof(release, hidden, proof)).toEqual([])
        const attacked = new Map(attack(release, { hidden }, solver).map((cell) => [cell.key, cell]))
        for (const { key, low, high } of proof.cells) {
          expect(attacked.get(key)?.low).toBeLessThanOrEqual(low)
          expect(attacked.get(key)?.high).toBeGreaterThanOrEqual(high)
        }
      }),
      { numRuns: repetitions(16) },
    )
  })

  test('protects amounts that are not whole as well', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0.373, 1.01, 1234.57), (seed, unit) => {
        const release = inUnits(randomRelease(seed), unit)
        const primary = findPrimaryCells(release, { zeros: seed % 2 ? 'print' : 'hide' })
        const { isSafe, hidden, proof } = protect(release, primary, solver)
        expect(isSafe).toBe(true)
        expect(checkProof(release, hidden, proof)).toEqual([])
        const audited = audit(release, { hidden }, primary, solver)
        expect(audited.filter(({ isProtected }) => !isProtected)).toEqual([])
      }),
      { numRuns: repetitions(16), examples: [[1, 0.373]] },
    )
  })

  test('gives the same again, and its plan needs no more hiding', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { release, primary } = randomCase(seed)
        const first = protect(release, primary, solver)
        expect(protect(release, primary, solver)).toEqual(first)
        const again = protect(hiddenFromTheStart(release, first), primary, solver)
        expect(again).toMatchObject({ isSafe: true, hidden: [], secondary: [] })
      }),
      { numRuns: repetitions(16) },
    )
  })

  test('does not depend on the order of the primary cells', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { release, primary } = randomCase(seed)
        expect(protect(release, primary.toReversed(), solver).hidden).toEqual(
          protect(release, primary, solver).hidden,
        )
      }),
      { numRuns: repetitions(16) },
    )
  })

  test('keeps every total: a proof changes no sum', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { release, primary } = randomCase(seed)
        const { proof } = protect(release, primary, solver)
        const { starts, cells, coefficients } = release.equations
        for (const table of proof.tables) {
          const change = new Map([...table.cells].map((at, n) => [at, table.changes[n] ?? 0]))
          for (let row = 0; row + 1 < starts.length; row++) {
            let sum = 0
            for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
              sum += (coefficients[entry] ?? 0) * (change.get(cells[entry] ?? 0) ?? 0)
            }
            expect(sum).toBe(0)
          }
        }
      }),
      { numRuns: repetitions(16) },
    )
  })
})

/** The same release with amounts in place of counts, such as hours, each so many units. */
function inUnits(release: Release, unit: number): Release {
  const cells = release.cells.map((cell) => ({ ...cell, value: unit * cell.value, whole: false }))
  return { ...release, cells }
}

/** The same release with what was hidden never printed. */
function hiddenFromTheStart(release: Release, { hidden }: ProtectedRelease): Release {
  const names = new Set(hidden)
  return { ...release, cells: release.cells.map((cell) => ({ ...cell, printed: !names.has(cell.key) })) }
}
