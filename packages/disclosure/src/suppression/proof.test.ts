import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { findPrimaryCells } from '../primary/find.ts'
import { linkTables } from '../release/link.ts'
import { pupilKey, pupilRelease, pupilTable } from '../testing/small-tables.ts'
import { checkProof } from './check-proof.ts'
import type { Proof } from './proof.ts'
import { protect } from './protect.ts'

const solver = await loadHighs()
const release = pupilRelease([
  [3, 20, 30],
  [20, 25, 30],
  [30, 30, 40],
])
const { hidden, proof } = protect(release, findPrimaryCells(release), solver)

function falsified(change: (copy: Proof) => void): string[] {
  const copy = structuredClone(proof)
  change(copy)
  return checkProof(release, hidden, copy)
}

describe('checkProof', () => {
  test('confirms a proof', () => {
    expect(checkProof(release, hidden, proof)).toEqual([])
    expect(proof.cells).toMatchObject([{ key: pupilKey('A1'), value: 3 }])
  })

  test('finds a cell that is printed after all', () => {
    const secondary = hidden.filter((key) => key !== pupilKey('A1'))
    const faults = checkProof(release, [pupilKey('A1'), ...secondary.slice(1)], proof)
    expect(faults).toContain(`table 0 changes ${secondary[0]}, which is public`)
  })

  test('finds broken sums, bounds and fractions', () => {
    const [first] = proof.tables
    const at = [...(first?.cells ?? [])].indexOf(release.positions.get(pupilKey('A1')) ?? -1)
    const set = (value: number) =>
      falsified((copy) => {
        copy.tables[0]?.changes.fill(value, at, at + 1)
      }).join()
    expect(set(30)).toContain('table 0 breaks equation')
    expect(set(-4)).toContain(`table 0 changes ${pupilKey('A1')} beyond its bounds`)
    expect(set(0.5)).toContain(`table 0 breaks ${pupilKey('A1')} in parts`)
  })

  test('finds claims that are not shown and intervals that are too narrow', () => {
    const claim = (part: Partial<Proof['cells'][number]>) =>
      falsified((copy) => Object.assign(copy.cells[0] ?? {}, part)).join()
    expect(claim({ low: -1 })).toContain('is not shown as -1')
    expect(claim({ high: 99 })).toContain('is not shown as 99')
    expect(claim({ width: 50 })).toContain('has too narrow an interval')
    expect(claim({ below: 4 })).toContain('is not protected below')
    expect(claim({ above: 50 })).toContain('is not protected above')
  })

  test('finds a claim of what is not a number', () => {
    for (const part of [{ low: Number.NaN }, { high: Number.NaN }, { width: Number.NaN }]) {
      expect(falsified((copy) => Object.assign(copy.cells[0] ?? {}, part))).not.toEqual([])
    }
    const nothing = {
      ...proof,
      tables: [],
      cells: proof.cells.map((cell) => ({ ...cell, low: Number.NaN, high: Number.NaN })),
    }
    expect(checkProof(release, [pupilKey('A1')], nothing).join()).toContain('is not shown as NaN')
  })

  test('finds amounts that are no numbers, that are missing, and that are said twice', () => {
    const amounts = linkTables({
      measures: { pupils: { aboutPersons: true, whole: false } },
      tables: [pupilTable([[3.5, 20.5]])],
    })
    const a1 = amounts.positions.get(pupilKey('A1')) ?? -1
    const tableFaults = (cells: number[], changes: number[]) => {
      const tables = [{ cells: Int32Array.from(cells), changes: Float64Array.from(changes) }]
      return checkProof(amounts, [pupilKey('A1')], { tables, cells: [] })
    }
    const beyond = `table 0 changes ${pupilKey('A1')} beyond its bounds`
    expect(tableFaults([a1], [Number.NaN])).toContain(beyond)
    expect(tableFaults([a1], [])).toContain(beyond)
    expect(tableFaults([a1, a1], [1, 0])).toContain(`table 0 changes ${pupilKey('A1')} twice`)
    expect(tableFaults([99], [1])).toContain('table 0 changes cell 99, which is public')
  })
})
