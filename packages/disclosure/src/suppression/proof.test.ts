import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { findPrimaryCells } from '../primary/find.ts'
import { pupilKey, pupilRelease } from '../testing/small-tables.ts'
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
})
