import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { repetitions } from '../../../../tests/support/repetitions.ts'
import { attack } from '../attacker/attack.ts'
import { findPrimaryCells, type PrimaryCell } from '../primary/find.ts'
import type { PrimaryRules } from '../primary/rules.ts'
import { linkTables } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import { randomLinkedRelease, randomRelease } from '../testing/random-release.ts'
import { pupilKey, pupilTable } from '../testing/small-tables.ts'
import { audit } from './audit.ts'
import { checkProof } from './check-proof.ts'
import { type Insight, insidersOf } from './insiders.ts'
import { protect } from './protect.ts'

const solver = await loadHighs()
const measures = { pupils: { aboutPersons: true } }
const link = (rows: number[][]) => linkTables({ measures, tables: [pupilTable(rows)] })
const know = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, { low: 1, high: 1 }]))

// The only child of A1 subtracts itself from what is missing in its grade and has B1.
const twoAlone = link([
  [1, 20, 30],
  [1, 25, 30],
  [40, 30, 40],
])
const primary = findPrimaryCells(twoAlone)
const rectangle = ['A1', 'A2', 'B1', 'B2'].map(pupilKey)

describe('insidersOf', () => {
  test('is alone in a cell, and in the sums that are equal to it', () => {
    const release = link([
      [1, 0, 0],
      [1, 20, 30],
    ])
    const insiders = insidersOf(release)
    const at = (cell: string) => insiders[release.positions.get(pupilKey(cell)) ?? -1]
    expect(at('A')).toBe(at('A1'))
    expect(at('A1')).not.toBe(-1)
    expect(at('B1')).not.toBe(at('A1'))
    expect(['A2', 'B2', '1', ''].map(at)).toEqual([-1, -1, -1, -1])
  })

  test('is a school that has all of a sum, and nobody where persons are not counted', () => {
    const single = (largest: number[], aboutPersons = true, rules: Partial<PrimaryRules> = {}) => {
      const [cell, ...others] = pupilTable([[30, 40]]).cells
      const table = { ...pupilTable([[30, 40]]), cells: [{ ...cell, largest } as typeof cell, ...others] }
      const release = linkTables({ measures: { pupils: { aboutPersons, rules } }, tables: [table as never] })
      return insidersOf(release)[release.positions.get('pupils') ?? -1]
    }
    expect(single([70])).toBeGreaterThanOrEqual(0)
    expect(single([69, 1])).toBe(-1)
    expect(single([70], false)).toBe(-1)
    expect(single([70], false, { pPercent: 0.1 })).toBeGreaterThanOrEqual(0)
  })

  test('one euro is not one person', () => {
    const of = (aboutPersons: boolean, whole: boolean) => {
      const measures = { pupils: { aboutPersons, whole, rules: { pPercent: 0.1 } } }
      return [...insidersOf(linkTables({ measures, tables: [pupilTable([[1, 5]])] }))]
    }
    expect(of(true, true).filter((insider) => insider >= 0)).toHaveLength(2)
    expect(of(false, true).every((insider) => insider === -1)).toBe(true)
    expect(of(true, false).every((insider) => insider === -1)).toBe(true)
  })
})

describe('protect', () => {
  const interval = (hidden: string[], ...known: string[]) => {
    const cells = [pupilKey('B1')]
    const [b1] = attack(twoAlone, { hidden, knowledge: know(...known.map(pupilKey)) }, solver, { cells })
    return (b1?.high ?? 0) - (b1?.low ?? 0)
  }

  test('two children alone do not protect each other from each other', () => {
    expect(interval(rectangle)).toBeGreaterThanOrEqual(2)
    expect(interval(rectangle, 'A1')).toBe(0)
    const careful = protect(twoAlone, primary, solver)
    expect(careful).toMatchObject({ isSafe: true, insights: [] })
    expect(interval(careful.hidden, 'A1')).toBeGreaterThanOrEqual(5)
  })

  test('says what a child knows whatever is hidden: that the rest of its school is empty', () => {
    const release = link([
      [1, 0, 0],
      [20, 20, 30],
      [40, 30, 40],
    ])
    const from = ['A1', 'A'].map(pupilKey)
    const { isSafe, insights } = protect(release, findPrimaryCells(release), solver)
    expect(isSafe).toBe(true)
    expect(insights).toHaveLength(2)
    expect(insights).toContainEqual({ key: pupilKey('A2'), from })
    expect(insights).toContainEqual({ key: pupilKey('A3'), from })
  })

  test('on random tables no insider learns more than that', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const release = seed % 3 ? randomRelease(seed, 4) : randomLinkedRelease(seed)
        const sensitive = findPrimaryCells(release, { zeros: seed % 2 ? 'print' : 'hide' })
        const { hidden, insights } = protect(release, sensitive, solver)
        const all = release.cells.map(({ key }) => key)
        const told = insights.map(asWords)
        expect(seenFromWithin(release, sensitive, hidden).filter((seen) => !told.includes(seen))).toEqual([])
        const always = seenFromWithin(release, sensitive, all)
        expect(told.filter((insight) => !always.includes(insight))).toEqual([])
      }),
      { numRuns: repetitions(16) },
    )
  })
})

describe('checkProof', () => {
  test('finds a proof that an insider can rule out', () => {
    const { hidden, proof } = protect(twoAlone, primary, solver, { insiders: 'ignore' })
    expect(checkProof(twoAlone, hidden, proof)).toEqual([])
    const [a1, b1] = ['A1', 'B1'].map(pupilKey)
    expect(checkProof(twoAlone, hidden, { ...proof, insights: [] })).toEqual([
      `${a1} is not protected from who is alone in ${b1}`,
      `${b1} is not protected from who is alone in ${a1}`,
    ])
    const admitted = { key: a1 ?? '', from: [b1 ?? ''] }
    expect(checkProof(twoAlone, hidden, { ...proof, insights: [admitted] })).toEqual([
      `${b1} is not protected from who is alone in ${a1}`,
    ])
  })

  test('confirms one with other tables for other insiders', () => {
    const { hidden, proof } = protect(twoAlone, primary, solver)
    expect(proof.insights).toEqual([])
    expect(checkProof(twoAlone, hidden, proof)).toEqual([])
  })
})

describe('audit', () => {
  test('says from whom within a cell is not protected', () => {
    const [a1, b1] = ['A1', 'B1'].map(pupilKey)
    const few = primary.map((cell) => ({ ...cell, width: 2 }))
    expect(audit(twoAlone, { hidden: rectangle }, few, solver)).toMatchObject([
      { key: a1, isProtected: true, seenFrom: [[b1]] },
      { key: b1, isProtected: true, seenFrom: [[a1]] },
    ])
    const ignoring = audit(twoAlone, { hidden: rectangle }, few, solver, { insiders: 'ignore' })
    expect(ignoring).toMatchObject([{ seenFrom: [] }, { seenFrom: [] }])
    const { hidden } = protect(twoAlone, primary, solver)
    expect(audit(twoAlone, { hidden }, primary, solver)).toMatchObject([{ seenFrom: [] }, { seenFrom: [] }])
  })
})

function asWords({ key, from }: Insight): string {
  return `${key} from ${from.toSorted().join(' and ')}`
}

/** By a full attack with the knowledge of each insider: the cells of others that are too narrow. */
function seenFromWithin(release: Release, sensitive: readonly PrimaryCell[], hidden: string[]): string[] {
  const insiders = insidersOf(release)
  const cells = sensitive.map(({ key }) => key)
  return [...new Set(insiders)].flatMap((insider) => {
    const from = release.cells.filter((_, at) => insiders[at] === insider).map(({ key }) => key)
    if (insider === -1) return []
    const found = attack(release, { hidden, knowledge: know(...from) }, solver, { cells })
    const narrow = found.filter(({ value, low, high }, n) => {
      const { below = 0, above = 0, width = 0 } = sensitive[n] ?? {}
      return high - low < width || value - low < below || high - value < above
    })
    return narrow.filter(({ key }) => !from.includes(key)).map(({ key }) => asWords({ key, from }))
  })
}
