import { attack } from '../attacker/attack.ts'
import type { Publication } from '../attacker/publication.ts'
import { attackerSystem } from '../attacker/system.ts'
import type { PrimaryCell } from '../primary/find.ts'
import type { Release } from '../release/release.ts'
import type { Solver } from '../solver/solver.ts'
import { BoxFinder, searchBoxes } from './box.ts'
import { repairAll } from './repair.ts'
import { startState } from './start.ts'
import { isMet, type State } from './state.ts'

/** What an audit found of one primary cell. */
export type AuditedCell = PrimaryCell & {
  value: number
  isProtected: boolean
  /**
   * Of a protected cell, an interval that the attacker cannot narrow, wide enough though perhaps not all of it; of
   * the others the attacker's whole interval.
   */
  low: number
  high: number
}

/**
 * Audits any published set: which primary cells can be recovered within their protection interval? Needs no knowledge
 * of how the set was made. Tables that protect a cell are looked for first; only where there are none is the exact
 * interval computed, so that large releases are audited in seconds where `attack` on every cell takes hours.
 *
 * @param primary from `findPrimaryCells`, or named by hand
 * @returns one entry for each primary cell, in the order given
 * @throws RangeError when a key is unknown, or a range does not hold the true value
 */
export function audit(
  release: Release,
  publication: Publication,
  primary: readonly PrimaryCell[],
  solver: Solver,
): AuditedCell[] {
  const { state } = startState(release, primary, solver, attackerSystem(release, publication))
  state.isHidden.fill(1)
  const finder = new BoxFinder(state)
  searchBoxes(state, finder)
  if (state.needs.some((need) => !isMet(need))) repairAll(state, finder)
  const kept = new Map(state.needs.filter(isMet).map((need) => [need.primary.key, need]))
  const weak = primary.map(({ key }) => key).filter((key) => !kept.has(key))
  const attacked = new Map(
    attack(release, publication, solver, { cells: weak }).map((cell) => [cell.key, cell]),
  )
  return primary.map((cell) => {
    const value = trueValue(state, cell.key)
    const need = kept.get(cell.key)
    if (need)
      return { ...cell, value, isProtected: true, low: value - need.down.reach, high: value + need.up.reach }
    const { low, high } = attacked.get(cell.key) ?? { low: value, high: value }
    const isProtected = high - low >= cell.width && value - low >= cell.below && high - value >= cell.above
    return { ...cell, value, isProtected, low, high }
  })
}

function trueValue({ release }: State, key: string): number {
  return release.cells[release.positions.get(key) ?? -1]?.value ?? 0
}
