import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { linkTables } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import type { Solver } from '../solver/solver.ts'
import { published, publishedKey, publishedRelease } from '../testing/fixture.ts'
import { randomLinkedRelease, randomRelease } from '../testing/random-release.ts'
import { pupilKey, pupilTable } from '../testing/small-tables.ts'
import { attack } from './attack.ts'
import { attackerSystem } from './system.ts'

const solver = await loadHighs()
const measures = { pupils: { aboutPersons: true } }
const keys = (...cells: string[]) => cells.map(pupilKey)

describe('sdcTable, test-simpleheuristic.R', () => {
  test('two hidden cells in every line, and yet one is known exactly', () => {
    const hidden = published.hidden.map(publishedKey)
    const cells = [publishedKey(published.attacked.cell)]
    expect(attack(publishedRelease(), { hidden }, solver, { cells })).toMatchObject([{ low: 47, high: 47 }])
  })

  test('one cell more opens it to 0 … 141', () => {
    const hidden = [...published.hidden, published.added].map(publishedKey)
    const cells = [publishedKey(published.attackedAfter.cell)]
    expect(attack(publishedRelease(), { hidden }, solver, { cells })).toMatchObject([
      { value: 47, low: 0, high: 141, isExact: true },
    ])
  })
})

describe('attack', () => {
  const table = pupilTable([
    [3, 20, 30],
    [40, 50, 7],
  ])

  test('computes a cell that is hidden alone', () => {
    const release = linkTables({ measures, tables: [table] })
    expect(attack(release, { hidden: keys('A1') }, solver)).toMatchObject([{ low: 3, high: 3 }])
  })

  test('knows no upper end when every total is hidden', () => {
    const release = linkTables({ measures, tables: [pupilTable([[3]])] })
    const found = attack(release, { hidden: keys('A1', 'A', '1', '') }, solver)
    expect(found.map(({ low, high }) => [low, high])).toEqual(Array(4).fill([0, Infinity]))
  })

  test('starts anew when the simplex method loses its way, and else says how it ended', () => {
    const release = linkTables({ measures, tables: [table] })
    const attackWith = (lost: Solver) => attack(release, { hidden: keys('A1', 'A2', 'B1', 'B2') }, lost)
    expect(attackWith(loseWay(true))).toEqual(attackWith(solver))
    expect(() => attackWith(loseWay(false))).toThrow(new Error('attack: the solver ended stopped'))
  })

  test('uses what an earlier edition printed', () => {
    const hidden = keys('A1', 'A2', 'B1', 'B2')
    const now = linkTables({ measures, tables: [table] })
    expect(attack(now, { hidden }, solver)[0]).toMatchObject({ low: 0, high: 23 })
    const earlier = [{ name: 'May', tables: [table], hidden: keys('A1', 'A3', 'B1', 'B3') }]
    const both = linkTables({ measures, tables: [table], earlier })
    expect(attack(both, { hidden }, solver).find(({ key }) => key === pupilKey('A1'))).toMatchObject({
      low: 3,
      high: 3,
    })
  })

  test('turns a rounded percentage back into counts', () => {
    const share = {
      numerator: { measure: 'pupils', at: { school: 'A', grade: '1' } },
      denominator: { measure: 'pupils', at: { grade: '1' } },
      decimals: 0,
    }
    const release = linkTables({ measures, tables: [table], shares: [share] })
    const hidden = keys('A1', 'A2', 'B1', 'B2')
    expect(attack(release, { hidden }, solver)[0]).toMatchObject({ low: 0, high: 23 })
    // 3 of 43 prints as 7 %, and nothing else does.
    expect(attack(release, { hidden, shares: 'all' }, solver)[0]).toMatchObject({ low: 3, high: 3 })
  })

  test('ties a share to its denominator when that is hidden as well', () => {
    const share = {
      numerator: { measure: 'pupils', at: { school: 'A', grade: '1' } },
      denominator: { measure: 'pupils', at: { school: 'A' } },
      decimals: 0,
    }
    const release = linkTables({ measures, tables: [table], shares: [share] })
    const hidden = keys('A1', 'A2', 'A', 'B1', 'B2', 'B')
    const [a1] = attack(release, { hidden, shares: 'all' }, solver, { cells: keys('A1') })
    // 6 % of a total that is at most 120 with the third grade known to be 30.
    expect(a1).toMatchObject({ low: 2, high: 6 })
  })

  test('uses what the attacker knows, and rounded prints', () => {
    const release = linkTables({ measures, tables: [table] })
    const hidden = keys('A1', 'A2', 'B1', 'B2')
    const knowledge = { [pupilKey('A2')]: { low: 18, high: 21 } }
    expect(attack(release, { hidden, knowledge }, solver)[0]).toMatchObject({ low: 2, high: 5 })
    const ranges = { [pupilKey('A1')]: { low: 0, high: 4 } }
    expect(attack(release, { hidden, ranges }, solver)[0]).toMatchObject({ low: 0, high: 4 })
  })

  test('refuses unknown keys and ranges that leave out the truth', () => {
    const release = linkTables({ measures, tables: [table] })
    expect(() => attack(release, { hidden: ['x'] }, solver)).toThrow(
      new RangeError('attack: hidden: the release has no cell x'),
    )
    expect(() => attack(release, { hidden: [] }, solver, { cells: ['x'] })).toThrow(
      new RangeError('attack: cells: the release has no cell x'),
    )
    const knowledge = { [pupilKey('A1')]: { low: 4, high: 5 } }
    expect(() => attack(release, { hidden: keys('A1'), knowledge }, solver)).toThrow(
      new RangeError(`attack: knowledge: ${pupilKey('A1')} is 3, not within 4 and 5`),
    )
    const ranges = { [pupilKey('A2')]: { low: 21, high: 22 } }
    expect(() => attack(release, { hidden: [], ranges }, solver)).toThrow('is 20, not within 21 and 22')
  })

  // A planted leak: each table is safe alone, together they give the remainder away.
  test('sees through two tables together', () => {
    const twice = pupilTable(
      [
        [3, 20, 30],
        [40, 50, 7],
        [9, 9, 9],
      ],
      'with school C',
    )
    const alone = linkTables({ measures, tables: [twice] })
    const hidden = keys('A1', 'A2', 'C1', 'C2')
    expect(attack(alone, { hidden }, solver)[0]?.high).toBeGreaterThan(3)
    const relation = {
      terms: [{ cell: { measure: 'pupils', at: { school: 'A', grade: '1' } }, coefficient: 1 }],
      equals: 3,
    }
    const leaky = linkTables({ measures, tables: [twice], relations: [relation] })
    expect(attack(leaky, { hidden }, solver).map(({ low, high }) => high - low)).toEqual([0, 0, 0, 0])
  })
})

describe('on random tables', { timeout: 30_000 }, () => {
  const seeds = fc.integer({ min: 1, max: 1_000_000 })

  test('agrees with trying every table, for small ones', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    })
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 2 ** 9 - 1 }), (values, mask) => {
        const release = linkTables({ measures, tables: [pupilTable(values)] })
        const hidden = values
          .flatMap((row, i) => row.map((_, j) => `${String.fromCharCode(65 + i)}${j + 1}`))
          .filter((_, n) => (mask >> n) & 1)
        const found = attack(release, { hidden: hidden.map(pupilKey) }, solver)
        const tried = tryAll(release, hidden.map(pupilKey))
        expect(found.map(({ low, high }) => [low, high])).toEqual(found.map(({ key }) => tried.get(key)))
      }),
      { numRuns: 40 },
    )
  })

  test('always holds the truth, and hiding one cell more never narrows an interval', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const release = seed % 2 ? randomRelease(seed, 4) : randomLinkedRelease(seed)
        const all = release.cells.map(({ key }) => key)
        const hidden = all.filter((_, n) => (seed * (n + 7)) % 5 < 2)
        const more = all[seed % all.length] ?? ''
        const before = attack(release, { hidden }, solver)
        const after = new Map(
          attack(release, { hidden: [...hidden, more] }, solver).map((cell) => [cell.key, cell]),
        )
        for (const { key, value, low, high, isExact } of before) {
          expect(isExact && low <= value && value <= high).toBe(true)
          expect(after.get(key)?.low).toBeLessThanOrEqual(low)
          expect(after.get(key)?.high).toBeGreaterThanOrEqual(high)
        }
      }),
      { numRuns: 24 },
    )
  })
})

/** HiGHS, but every run of a model ends in status 15 (unknown), if it may until the basis is set anew. */
function loseWay(mayRecover: boolean): Solver {
  return {
    createModel(data) {
      const model = solver.createModel(data)
      const [run, reset] = [model.run.bind(model), model.setLogicalBasis.bind(model)]
      let isLost = true
      model.run = () => ({ ...run(), modelStatus: isLost ? 15 : 7 })
      model.setLogicalBasis = () => {
        isLost = !mayRecover
        return reset()
      }
      return model
    },
  }
}

/** Interval of each hidden cell over all whole tables that agree with what is printed. */
function tryAll(release: Release, hidden: readonly string[]): Map<string, [number, number]> {
  const system = attackerSystem(release, { hidden })
  const found = new Map<string, [number, number]>()
  const changes = new Int32Array(system.cells.length)
  const agrees = () =>
    system.rowLow.every((_, row) => {
      let sum = 0
      for (let entry = system.starts[row] ?? 0; entry < (system.starts[row + 1] ?? 0); entry++) {
        sum += (system.values[entry] ?? 0) * (changes[system.indices[entry] ?? 0] ?? 0)
      }
      return sum === 0
    })
  // Innermost cells are at most 9 in a line of three 3s; a line with two hidden cells leaves few choices.
  const tryFrom = (variable: number) => {
    if (variable === changes.length) {
      if (!agrees()) return
      system.cells.forEach((at, n) => {
        const { key = '', value = 0 } = release.cells[at] ?? {}
        const [low, high] = found.get(key) ?? [Infinity, -Infinity]
        const now = value + (changes[n] ?? 0)
        found.set(key, [Math.min(low, now), Math.max(high, now)])
      })
      return
    }
    const value = release.cells[system.cells[variable] ?? 0]?.value ?? 0
    for (let now = 0; now <= 9; now++) {
      changes[variable] = now - value
      if (isPossibleSoFar(system, changes, variable)) tryFrom(variable + 1)
    }
    changes[variable] = 0
  }
  tryFrom(0)
  return found
}

/** Whether rows that end with this variable hold. */
function isPossibleSoFar(
  system: ReturnType<typeof attackerSystem>,
  changes: Int32Array,
  last: number,
): boolean {
  for (let row = 0; row < system.rowLow.length; row++) {
    const entries = system.indices.subarray(system.starts[row], system.starts[row + 1])
    if (Math.max(...entries) !== last) continue
    if (entries.reduce((sum, variable) => sum + (changes[variable] ?? 0), 0) !== 0) return false
  }
  return true
}
