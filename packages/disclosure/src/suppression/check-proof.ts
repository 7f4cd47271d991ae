import { attackerSystem, type System } from '../attacker/system.ts'
import { missingProtection, type Protection } from '../primary/protection.ts'
import { checkKeys, positionOf } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import { insiderFaults } from './insider-faults.ts'
import type { AlternativeTable, Proof } from './proof.ts'

/** Rounding errors of sums of amounts. */
const SLACK = 1e-7

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
  const system = attackerSystem(release, { hidden })
  const faults = proof.tables.flatMap((table, number) =>
    tableFaults(release, system, table).map((fault) => `table ${number} ${fault}`),
  )
  for (const cell of proof.cells) faults.push(...cellFaults(release, proof, cell))
  if (proof.insights) faults.push(...insiderFaults(release, proof))
  return faults
}

/** What a table changes that it must not. Conditions are written so that what is not a number fails them. */
function tableFaults(release: Release, system: System, { cells, changes }: AlternativeTable): string[] {
  const { variables, low, high, starts, indices, values, rowLow, rowHigh } = system
  const faults: string[] = []
  const change = new Float64Array(low.length)
  const seen = new Set<number>()
  cells.forEach((at, n) => {
    const variable = variables[at] ?? -1
    const amount = changes[n] ?? Number.NaN
    const { key, whole } = release.cells[at] ?? { key: `cell ${at}`, whole: false }
    if (seen.has(at)) faults.push(`changes ${key} twice`)
    seen.add(at)
    if (variable < 0) {
      faults.push(`changes ${key}, which is public`)
      return
    }
    if (whole && !Number.isInteger(amount)) faults.push(`breaks ${key} in parts`)
    else if (!(amount >= low[variable]! && amount <= high[variable]!)) {
      faults.push(`changes ${key} beyond its bounds`)
    }
    change[variable] = amount
  })
  for (let row = 0; row < rowLow.length; row++) {
    let sum = 0
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry++) {
      sum += values[entry]! * change[indices[entry]!]!
    }
    if (!(sum >= rowLow[row]! - SLACK && sum <= rowHigh[row]! + SLACK)) faults.push(`breaks equation ${row}`)
  }
  return faults
}

const FAULTS: Readonly<Record<keyof Protection, string>> = {
  below: 'is not protected below',
  above: 'is not protected above',
  width: 'has too narrow an interval',
}

function cellFaults(release: Release, proof: Proof, cell: Proof['cells'][number]): string[] {
  const at = positionOf(release, cell.key)
  const { value } = release.cells[at]!
  // The truth, and a table that says nothing of the cell, show it as it is.
  const changeIn = (table: AlternativeTable | undefined) => table?.changes[table.cells.indexOf(at)] ?? 0
  const faults: string[] = []
  for (const [table, end] of [
    [cell.lowTable, cell.low],
    [cell.highTable, cell.high],
  ] as const) {
    const isShown = Math.abs(value + changeIn(proof.tables[table]) - end) <= SLACK
    if (!isShown) faults.push(`${cell.key} is not shown as ${end}`)
  }
  for (const side of missingProtection(cell, { ...cell, value })) faults.push(`${cell.key} ${FAULTS[side]}`)
  return faults
}
