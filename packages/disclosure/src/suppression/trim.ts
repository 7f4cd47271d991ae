import type { BoxFinder } from './box.ts'
import { FlowModel } from './flow.ts'
import { repair } from './repair.ts'
import { isMet, type Need, type State } from './state.ts'

/** Less than any cell costs: a box that costs less hides nothing new. */
const NOTHING_NEW = 1e-9

/**
 * Shows again what need not have been hidden. Cells that no proof uses are shown at once; the others, dearest
 * first, when every proof that uses them can be made without.
 *
 * @param solves how many linear programmes may be tried
 */
export function trim(state: State, solves: number): void {
  showUnused(state)
  FlowModel.with(state, (flow) => trimWith(state, flow, solves))
}

function trimWith(state: State, flow: FlowModel, solves: number) {
  const secondary = secondaryCells(state)
  for (let variable = 0; variable < state.isHidden.length; variable++) {
    if (!state.isHidden[variable]) flow.shut(variable, true)
  }
  let left = solves
  for (const variable of secondary) {
    if (!state.isHidden[variable]) continue
    const before = takeBack(state, variable)
    left -= before.length
    flow.shut(variable, true)
    if (left < 0 || !before.every(({ need }) => isMet(need) || repair(state, flow, need))) {
      flow.shut(variable, false)
      for (const { need, down, up } of before) Object.assign(need, { down, up })
      if (left < 0) return
    } else showUnused(state, flow)
  }
}

/** As `trim`, but looks for boxes of hidden cells only: worse, but quick on large releases. */
export function trimByBoxes(state: State, finder: BoxFinder): void {
  for (const variable of secondaryCells(state)) {
    state.isHidden[variable] = 0
    const before = takeBack(state, variable)
    if (before.every(({ need }) => isMet(need) || finder.meet(need, NOTHING_NEW))) continue
    state.isHidden[variable] = 1
    for (const { need, down, up } of before) Object.assign(need, { down, up })
  }
  showUnused(state)
}

/** Forgets the proofs that use a cell, and returns what they were. */
function takeBack(state: State, variable: number) {
  const dependents = state.needs.filter((need) => uses(need, variable))
  const before = dependents.map((need) => ({ need, down: { ...need.down }, up: { ...need.up } }))
  for (const need of dependents) forget(need, variable)
  return before
}

/** Secondary cells, dearest first; equals in the order of the release. */
export function secondaryCells({ isHidden, needsAt, costs, release, system }: State): number[] {
  return [...isHidden.keys()]
    .filter((variable) => isHidden[variable] && needsAt[variable]!.length === 0)
    .filter((variable) => release.cells[system.cells[variable]!]!.printed)
    .sort((a, b) => costs[b]! - costs[a]! || a - b)
}

function showUnused(state: State, flow?: FlowModel) {
  const used = new Set<number>()
  for (const { down, up } of state.needs) {
    for (const { witness } of [down, up]) for (const variable of witness?.variables ?? []) used.add(variable)
  }
  for (const variable of secondaryCells(state)) {
    if (used.has(variable)) continue
    state.isHidden[variable] = 0
    flow?.shut(variable, true)
  }
}

function uses({ down, up }: Need, variable: number): boolean {
  return [down, up].some(({ witness }) => witness?.variables.includes(variable))
}

function forget(need: Need, variable: number) {
  for (const side of [need.down, need.up]) {
    if (side.witness?.variables.includes(variable)) Object.assign(side, { reach: 0, witness: undefined })
  }
}
