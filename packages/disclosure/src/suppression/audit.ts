import { attack } from '../attacker/attack.ts'
import { checkPublication, type Publication } from '../attacker/publication.ts'
import { attackerSystem } from '../attacker/system.ts'
import { checkPrimary, type PrimaryCell } from '../primary/find.ts'
import { type Guess, missingProtection } from '../primary/protection.ts'
import { positionOf } from '../release/link.ts'
import type { Release } from '../release/release.ts'
import type { Solver } from '../solver/solver.ts'
import { BoxFinder, searchBoxes } from './box.ts'
import { checkInsiders, type Insiders, type Insight } from './insiders.ts'
import { repairAll } from './repair.ts'
import { startState } from './start.ts'
import { isMet } from './state.ts'

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
  /** From whom within a protected cell is not protected: the cells that each of these insiders is alone in. */
  seenFrom: string[][]
}

/**
 * Audits any published set: which primary cells can be recovered within their protection interval? Needs no knowledge
 * of how the set was made. Tables that protect a cell are looked for first; only where there are none is the exact
 * interval computed, so that large releases are audited in seconds where `attack` on every cell takes hours.
 *
 * @param primary from `findPrimaryCells`, or named by hand
 * @param insiders whether to judge as well what somebody alone in a cell can compute of the others. Slow for a large
 *   set that was not made with them in mind
 * @returns one entry for each primary cell, in the order given
 * @throws RangeError when a key is unknown, a range does not hold the true value, or a protection is impossible
 */
export function audit(
  release: Release,
  publication: Publication,
  primary: readonly PrimaryCell[],
  solver: Solver,
  { insiders = 'protect' }: { insiders?: Insiders } = {},
): AuditedCell[] {
  checkPublication('audit', release, publication)
  checkPrimary('audit', release, primary)
  checkInsiders('audit', insiders)
  const system = attackerSystem(release, publication)
  const { state } = startState(release, primary, solver, insiders, system)
  state.isHidden.fill(1)
  const finder = new BoxFinder(state)
  searchBoxes(state, finder)
  if (state.needs.some((need) => !isMet(need))) repairAll(state, finder)
  const kept = new Map(state.needs.filter(isMet).map((need) => [need.primary.key, need]))
  const weak = primary.filter(({ key }) => !kept.has(key))
  const attacked = attackCells(release, publication, weak, solver)
  const seen = state.insights.filter((insight) => isSeen(release, publication, primary, insight, solver))
  return primary.map((cell) => {
    const need = kept.get(cell.key)
    const seenFrom = seen.filter(({ key }) => key === cell.key).map(({ from }) => from)
    if (need) {
      const value = trueValue(release, cell.key)
      const [low, high] = [value - need.down.reach, value + need.up.reach]
      return { ...cell, value, isProtected: true, low, high, seenFrom }
    }
    const found = attacked.get(cell.key) ?? publicCell(release, cell.key)
    return { ...cell, ...found, isProtected: isWide(cell, found), seenFrom }
  })
}

function attackCells(
  release: Release,
  publication: Publication,
  cells: readonly PrimaryCell[],
  solver: Solver,
): Map<string, Guess> {
  const found = attack(release, publication, solver, { cells: cells.map(({ key }) => key) })
  return new Map(found.map(({ key, value, low, high }) => [key, { value, low, high }]))
}

/** Whether an insider can really narrow a cell, and not only no table was found. */
function isSeen(
  release: Release,
  publication: Publication,
  primary: readonly PrimaryCell[],
  { key, from }: Insight,
  solver: Solver,
): boolean {
  const own = from.map((each) => [each, trueValue(release, each)] as const)
  const knowledge = {
    ...publication.knowledge,
    ...Object.fromEntries(own.map(([each, value]) => [each, { low: value, high: value }])),
  }
  const cells = primary.filter((cell) => cell.key === key)
  const found = attackCells(release, { ...publication, knowledge }, cells, solver).get(key)
  return cells.some((cell) => !isWide(cell, found ?? publicCell(release, key)))
}

function isWide(cell: PrimaryCell, found: Guess): boolean {
  return missingProtection(cell, found).length === 0
}

function publicCell(release: Release, key: string): Guess {
  const value = trueValue(release, key)
  return { value, low: value, high: value }
}

function trueValue(release: Release, key: string): number {
  return release.cells[positionOf(release, key)]!.value
}
