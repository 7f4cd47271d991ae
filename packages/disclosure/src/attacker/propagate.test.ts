import fc from 'fast-check'
import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { randomLinkedRelease, randomRelease } from '../testing/random-release.ts'
import { pupilKey, pupilRelease } from '../testing/small-tables.ts'
import { attack } from './attack.ts'
import { propagateBounds } from './propagate.ts'
import { attackerSystem } from './system.ts'

const solver = await loadHighs()
const release = pupilRelease([
  [3, 20, 30],
  [40, 50, 7],
])

/** Bounds of the values of hidden cells. */
function boundsOf(...cells: string[]): (readonly [number, number])[] {
  const system = attackerSystem(release, { hidden: cells.map(pupilKey) })
  const { low, high } = propagateBounds(system)
  return cells.map((cell) => {
    const at = release.positions.get(pupilKey(cell)) ?? -1
    const value = release.cells[at]?.value ?? Number.NaN
    const variable = system.variables[at] ?? -1
    return [value + (low[variable] ?? Number.NaN), value + (high[variable] ?? Number.NaN)]
  })
}

describe('propagateBounds', () => {
  test('subtracts what is printed from a sum', () => {
    expect(boundsOf('A1')).toEqual([[3, 3]])
    expect(boundsOf('A1', 'A2')).toEqual([
      [3, 3],
      [20, 20],
    ])
  })

  test('shares what is left of a sum among its hidden cells', () => {
    expect(boundsOf('A1', 'A2', 'B1', 'B2')).toEqual([
      [0, 23],
      [0, 23],
      [20, 43],
      [47, 70],
    ])
  })

  test('knows the least of a hidden total, and no end where two have none', () => {
    expect(boundsOf('A', 'A1', '1', '')).toEqual([
      [50, Infinity],
      [0, Infinity],
      [40, Infinity],
      [147, Infinity],
    ])
    // A total with one hidden part is bounded by the total of totals.
    expect(boundsOf('A', 'A1', 'B', 'B1')).toEqual([
      [50, 93],
      [0, 43],
      [57, 100],
      [0, 43],
    ])
  })

  test('leaves the system as it was', () => {
    const hidden = ['A1', 'A2'].map(pupilKey)
    const system = attackerSystem(release, { hidden })
    propagateBounds(system)
    expect(system).toEqual(attackerSystem(release, { hidden }))
  })

  test('holds whatever the attacker can compute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = seed % 2 ? randomRelease(seed, 4) : randomLinkedRelease(seed)
        const hidden = random.cells.map(({ key }) => key).filter((_, n) => (seed * (n + 5)) % 7 < 3)
        const system = attackerSystem(random, { hidden })
        const { low, high } = propagateBounds(system)
        const attacked = attack(random, { hidden }, solver)
        expect(attacked.every((cell, n) => (low[n] ?? 1) <= cell.low - cell.value)).toBe(true)
        expect(attacked.every((cell, n) => (high[n] ?? -1) >= cell.high - cell.value)).toBe(true)
      }),
      { numRuns: 15 },
    )
  })
})
