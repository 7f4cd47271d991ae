import { systemOf } from '../attacker/system.ts'
import { missingProtection, type Protection } from '../primary/protection.ts'
import { checkKeys, positionOf } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import { insiderFaults } from './insider-faults.ts'
import type { Proof } from './proof.ts'

/**
 * Checks a proof against the release by arithmetic alone: every alternative table changes hidden cells only, keeps
 * every equation, printed share and bound, is whole where it must be, and shows what is claimed of the cells; and no
 * insider can rule out all tables for a cell of somebody else.
 *
 * @param hidden keys of the hidden cells
 * @returns what is wrong, in words; empty when the proof holds
 * @throws RangeError when a key is unknown
 */
export function checkProof(release: Release, hidden: readonly string[], proof: Proof): string[] {
  checkKeys('checkProof', 'hidden', release, hidden)
  const isUnknown = new Uint8Array(release.cells.length)
  for (const key of hidden) isUnknown[positionOf(release, key)] = 1
  release.cells.forEach((cell, at) => {
    if (!cell.printed) isUnknown[at] = 1
    if (cell.known || cell.structural) isUnknown[at] = 0
  })
  const { variables, low, high, starts, indices, values, rowLow, rowHigh } = systemOf(
    release,
    isUnknown,
    release.shares.filter(
      ({ known, numerator, denominator }) => known || (!isUnknown[numerator] && !isUnknown[denominator]),
    ),
  )
  const faults: string[] = []
  const change = new Float64Array(low.length)
  proof.tables.forEach(({ cells, changes }, number) => {
    change.fill(0)
    cells.forEach((at, n) => {
      const variable = variables[at] ?? -1
      const amount = changes[n] ?? 0
      const { key = '', whole = false } = release.cells[at] ?? {}
      if (variable < 0) faults.push(`table ${number} changes ${key}, which is public`)
      else if (whole && !Number.isInteger(amount)) faults.push(`table ${number} breaks ${key} in parts`)
      else if (amount < (low[variable] ?? 0) || amount > (high[variable] ?? 0)) {
        faults.push(`table ${number} changes ${key} beyond its bounds`)
      }
      if (variable >= 0) change[variable] = amount
    })
    for (let row = 0; row < rowLow.length; row++) {
      let sum = 0
      for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry++) {
        sum += (values[entry] ?? 0) * (change[indices[entry] ?? 0] ?? 0)
      }
      if (sum < (rowLow[row] ?? 0) - 1e-7 || sum > (rowHigh[row] ?? 0) + 1e-7) {
        faults.push(`table ${number} breaks equation ${row}`)
      }
    }
  })
  for (const cell of proof.cells) faults.push(...cellFaults(release, proof, cell))
  if (proof.insights) faults.push(...insiderFaults(release, proof))
  return faults
}

const FAULTS: Readonly<Record<keyof Protection, string>> = {
  below: 'is not protected below',
  above: 'is not protected above',
  width: 'has too narrow an interval',
}

function cellFaults(release: Release, proof: Proof, cell: Proof['cells'][number]): string[] {
  const at = positionOf(release, cell.key)
  const value = release.cells[at]?.value ?? 0
  const shown = (table: number) => {
    const { cells, changes } = proof.tables[table] ?? { cells: new Int32Array(), changes: new Float64Array() }
    return value + (changes[cells.indexOf(at)] ?? 0)
  }
  const faults: string[] = []
  if (Math.abs(shown(cell.lowTable) - cell.low) > 1e-7) faults.push(`${cell.key} is not shown as ${cell.low}`)
  if (Math.abs(shown(cell.highTable) - cell.high) > 1e-7)
    faults.push(`${cell.key} is not shown as ${cell.high}`)
  for (const side of missingProtection(cell, { ...cell, value })) faults.push(`${cell.key} ${FAULTS[side]}`)
  return faults
}
