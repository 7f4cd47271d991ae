import { propagateBounds } from '../attacker/propagate.ts'
import { accept, type Need, noTable, type State } from './state.ts'

/**
 * Gives up protecting a cell from all insiders together, if tables can be found without: from now on the need is met
 * with those insiders that its tables change, and each of these becomes an attacker of his own.
 *
 * @param meet looks for tables, and says whether it found them
 * @returns the new needs, perhaps not met
 */
export function separateInsiders(state: State, need: Need, meet: (need: Need) => boolean): Need[] {
  const { insiders, needs, needsAt } = state
  const isOther = need.isKnown
  Object.assign(need, { isKnown: () => false, down: noTable(), up: noTable() })
  const isFound = meet(need)
  const found = [need.down, need.up].flatMap(({ witness }) => witness ?? [])
  const changed = found.flatMap(({ variables }) => [...variables])
  const others = new Set(changed.filter(isOther).map((variable) => insiders[variable]!))
  need.isKnown = (variable) => isOther(variable) && !others.has(insiders[variable]!)
  if (!isFound) return []
  const separate = [...others].map((insider): Need => {
    const isKnown = (variable: number) => insiders[variable] === insider
    return { ...need, insider, isKnown, down: noTable(), up: noTable() }
  })
  needs.push(...separate)
  needsAt[need.variable]!.push(...separate)
  for (const witness of found) accept(state, witness)
  return separate
}

/** Notes that an insider can compute a cell, and no longer tries to prevent it. */
export function admitInsight(state: State, need: Need): void {
  const { needs, needsAt, insights, insiders, release, system } = state
  const places = needsAt[need.variable]!
  needs.splice(needs.indexOf(need), 1)
  places.splice(places.indexOf(need), 1)
  const cells = system.cells.filter((_, variable) => insiders[variable] === need.insider)
  insights.push({
    key: need.primary.key,
    from: Array.from(cells, (at) => release.cells[at]!.key),
  })
}

/** Whether equations taken one at a time leave room enough: if not, no table can be found. */
export function hasRoom({ system, insiders }: State, need: Need): boolean {
  const { variable, below, above, width } = need
  const fixed = (bound: number, other: number) => (insiders[other] !== -1 && need.isKnown(other) ? 0 : bound)
  const known = { ...system, low: system.low.map(fixed), high: system.high.map(fixed) }
  const { low, high } = propagateBounds(known)
  const [down, up] = [-low[variable]!, high[variable]!]
  return down >= below && up >= above && down + up >= width
}
