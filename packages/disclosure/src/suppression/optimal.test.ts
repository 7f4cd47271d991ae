import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { attack } from '../attacker/attack.ts'
import { findPrimaryCells } from '../primary/find.ts'
import { linkTables } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import { createRandom } from '../testing/random-release.ts'
import { pupilKey, pupilTable } from '../testing/small-tables.ts'
import { hidingCosts } from './costs.ts'
import { optimalSuppression } from './optimal.ts'
import { protect } from './protect.ts'

const solver = await loadHighs()
const measures = { pupils: { aboutPersons: true } }

describe('hidingCosts', () => {
  test('go from 1 for nobody to 2 for the most, half where an earlier edition hid', () => {
    const rows = [[0, 9, 90]]
    const earlier = [{ name: 'May', tables: [pupilTable(rows, 'May')], hidden: ['A1', '1'].map(pupilKey) }]
    const costs = (release: Release) =>
      ['A1', 'A2', ''].map((cell) => hidingCosts(release)[release.positions.get(pupilKey(cell)) ?? -1])
    expect(costs(linkTables({ measures, tables: [pupilTable(rows)] }))).toEqual([1, 1.5, 2].map(near))
    expect(costs(linkTables({ measures, tables: [pupilTable(rows)], earlier }))).toEqual(
      [0.5, 1.5, 2].map(near),
    )
  })
})

describe('optimalSuppression', { timeout: 30_000 }, () => {
  const release = linkTables({
    measures,
    tables: [
      pupilTable([
        [3, 20, 30],
        [20, 25, 30],
        [30, 30, 40],
      ]),
    ],
  })
  const primary = findPrimaryCells(release)

  test('needs three cells to protect one', () => {
    expect(optimalSuppression(release, primary, solver)?.cost).toBeCloseTo(3, 6)
  })

  test('takes other costs, and its plan withstands the attacker', () => {
    const best = optimalSuppression(release, primary, solver, { costs: hidingCosts(release) })
    expect(best?.hidden).toHaveLength(4)
    const [cell] = attack(release, { hidden: best?.hidden ?? [] }, solver)
    expect((cell?.high ?? 0) - (cell?.low ?? 0)).toBeGreaterThanOrEqual(5)
  })

  test('knows when there is no plan', () => {
    const earlier = [{ name: 'May', tables: [pupilTable([[3, 20]])], hidden: [] }]
    const lost = linkTables({ measures, tables: [pupilTable([[3, 20]])], earlier })
    expect(optimalSuppression(lost, findPrimaryCells(lost), solver)).toBeUndefined()
  })

  test('protect finds the rectangle of two small cells, though zeros would be cheaper', () => {
    const small = linkTables({
      measures,
      tables: [
        pupilTable([
          [0, 45, 0],
          [24, 10, 1],
          [16, 7, 14],
          [28, 0, 4],
        ]),
      ],
    })
    const cells = findPrimaryCells(small, { zeros: 'print' })
    const { hidden } = protect(small, cells, solver, { insiders: 'ignore' })
    expect(new Set(hidden)).toEqual(new Set(['B1', 'B3', 'D1', 'D3'].map(pupilKey)))
    expect(optimalSuppression(small, cells, solver)?.hidden).toHaveLength(4)
  })

  // The measured mean over more and larger tables is in the README.
  test('protect hides at most 1.3 times as many cells in the mean', () => {
    const ratios = Array.from({ length: 8 }, (_, n) => {
      const small = smallRelease(n)
      const cells = findPrimaryCells(small, { zeros: 'print' })
      const best = optimalSuppression(small, cells, solver)?.hidden.length ?? Number.NaN
      return protect(small, cells, solver, { insiders: 'ignore' }).hidden.length / best
    })
    expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toBeLessThanOrEqual(1.3)
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(1)
  })
})

const near = (value: number) => expect.closeTo(value, 10)

/** Four schools by four grades with two to four small cells. */
function smallRelease(seed: number) {
  const random = createRandom(seed)
  const rows = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => 5 + Math.floor(30 * random())))
  for (let n = 0; n < 2 + (seed % 3); n++) {
    rows[Math.floor(4 * random())]?.splice(Math.floor(4 * random()), 1, 1 + Math.floor(4 * random()))
  }
  return linkTables({ measures, tables: [pupilTable(rows)] })
}
