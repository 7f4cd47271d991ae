import type { PrimaryCell } from '../primary/find.ts'
import type { Insight } from './insiders.ts'
import type { Need, State, Witness } from './state.ts'

/** A whole alternative table: cells that differ from the truth, and by how much. All others are equal. */
export type AlternativeTable = { cells: Int32Array; changes: Float64Array }

/**
 * Why a release is safe, checkable without a solver: for each primary cell two tables that agree with everything
 * printed, now and before, and in which the cell is as low as `low` and as high as `high`. The attacker's interval
 * is at least as wide. Somebody alone in a cell knows it, and can rule out tables that change it; so there may be
 * several pairs of tables for a sensitive cell, of which every insider must accept one. It holds the truth, so it stays
 * in the internal log.
 */
export type Proof = {
  tables: AlternativeTable[]
  cells: (PrimaryCell & {
    value: number
    low: number
    high: number
    /** Positions in `tables`; −1 is the truth itself. */
    lowTable: number
    highTable: number
  })[]
  /** What insiders can compute in any case; left out when the proof is for outsiders only. */
  insights?: Insight[]
}

/** Writes down the proofs found for the needs that are met. */
export function writeProof({ release, system }: State, needs: readonly Need[]): Proof {
  const tables: AlternativeTable[] = []
  const numbers = new Map<Witness, number>()
  const numberOf = (witness: Witness | undefined) => {
    if (!witness) return -1
    const known = numbers.get(witness)
    if (known !== undefined) return known
    const cells = witness.variables.map((variable) => system.cells[variable]!)
    const number = tables.push({ cells, changes: witness.changes }) - 1
    numbers.set(witness, number)
    return number
  }
  const cells = needs.map(({ primary, variable, down, up }) => {
    const value = release.cells[system.cells[variable]!]!.value
    return {
      ...primary,
      value,
      low: value - down.reach,
      high: value + up.reach,
      lowTable: numberOf(down.witness),
      highTable: numberOf(up.witness),
    }
  })
  return { tables, cells }
}
