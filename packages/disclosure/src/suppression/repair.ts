import type { BoxFinder } from './box.ts'
import { type Effort, FlowModel } from './flow.ts'
import { hardestFirst } from './order.ts'
import { admitInsight, hasRoom, separateInsiders } from './separate.ts'
import { accept, acceptBothWays, isMet, isPossible, type Need, type State } from './state.ts'

/**
 * Meets one need by the cheapest tables found with linear programming, hiding what they change.
 *
 * @returns whether the need is met
 */
export function repair(state: State, flow: FlowModel, need: Need, effort: Effort = 'quick'): boolean {
  const room = -state.system.low[need.variable]!
  const split = Math.max(need.below, Math.min(room, Math.floor(need.width / 2)))
  const attempts: [1 | -1, () => number][] = [
    [1, () => Math.max(need.above, need.width - split)],
    [-1, () => Math.max(need.below, Math.min(room, need.width - need.up.reach))],
    [1, () => Math.max(need.above, need.width - need.down.reach)],
    [1, () => need.above],
    [-1, () => Math.max(need.below, need.width - need.up.reach)],
  ]
  const outOfReach = { up: Infinity, down: Infinity }
  for (const [sign, amountOf] of attempts) {
    if (isMet(need)) return true
    const side = sign > 0 ? 'up' : 'down'
    const amount = amountOf()
    if (amount <= need[side].reach || amount >= outOfReach[side]) continue
    const found = flow.find(need, sign, amount, effort)
    if (found === 'impossible') {
      outOfReach[side] = amount
      if (amount <= (sign > 0 ? need.above : need.below)) return false
    } else if (!found || !isPossible(state, found)) continue
    else {
      accept(state, found)
      acceptBothWays(state, primitive(found), need)
    }
  }
  return isMet(need)
}

/**
 * Meets what needs can be met: by linear programming, else by a box, else by integer programming. Where that fails
 * against all insiders together, against each of them.
 */
export function repairAll(state: State, finder: BoxFinder): void {
  FlowModel.with(state, (flow) => {
    const meet = (need: Need) =>
      isMet(need) ||
      (hasRoom(state, need) &&
        (repair(state, flow, need) || finder.meet(need) || repair(state, flow, need, 'thorough')))
    const settle = (need: Need) => {
      if (meet(need)) return
      if (need.insider !== undefined) admitInsight(state, need)
      else separateInsiders(state, need, meet).forEach(settle)
    }
    hardestFirst(state).forEach(settle)
  })
}

/** The smallest whole pattern of which changes are a multiple. */
function primitive<Pattern extends { changes: Float64Array }>(pattern: Pattern): Pattern {
  if (!pattern.changes.every(Number.isInteger)) return pattern
  let divisor = 0
  for (const change of pattern.changes) divisor = greatestDivisor(divisor, Math.abs(change))
  return { ...pattern, changes: pattern.changes.map((change) => change / divisor) }
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
