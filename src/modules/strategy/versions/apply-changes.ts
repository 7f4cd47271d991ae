import { type Action, actionsOf, type Goal, isStanding, type StrategyTree } from '../model.ts'
import { actionWith, directionWith, goalWith, unstatedAction } from './plan-fields.ts'
import type { Proposal, Target } from './version.ts'

/**
 * What a plan would look like with all that is proposed. Pure: neither the plan nor the proposals are changed, in which
 * order they come makes no difference, and doing it twice is doing it once. What cannot be done is left out; why it
 * cannot, `conflictsIn` tells.
 *
 * @param on day from which what ends is no longer part of the plan
 */
export function applyChanges<Tree extends Pick<StrategyTree, 'goals'>>(
  tree: Tree,
  changes: readonly Proposal[],
  on: string,
): Tree {
  const of = (target: Target) =>
    new Map(changes.filter((one) => one.target === target).map((one) => [one.code, one]))
  const [ofGoals, ofDirections, ofActions] = [of('goal'), of('direction'), of('action')]
  const directions = tree.goals.flatMap((goal) => goal.directions)
  const goals = new Map(directions.map(({ code, goal }) => [code, goal]))
  const goalOf = (direction: string) => goals.get(direction) ?? ''
  const known = new Set(actionsOf(tree).map(({ code }) => code))
  const added = changes
    .filter(({ target, kind, code }) => target === 'action' && kind === 'add' && !known.has(code))
    .map(({ code, fields }) => actionWith(unstatedAction(code), fields, goalOf))
  const targets = new Set([...known, ...added.map(({ code }) => code)])
  const actions = [...actionsOf(tree), ...added]
    .map((action) => changeAction(action, ofActions.get(action.code)))
    .filter(({ direction }) => goals.has(direction))
  const byDirection = Map.groupBy(actions, ({ direction }) => direction)
  return {
    ...tree,
    goals: tree.goals.map((goal): Goal => {
      const change = ofGoals.get(goal.code)
      return {
        ...(change?.kind === 'change' ? goalWith(goal, change.fields) : goal),
        directions: goal.directions.map((direction) => {
          const words = ofDirections.get(direction.code)
          return {
            ...(words?.kind === 'change' ? directionWith(direction, words.fields) : direction),
            actions: (byDirection.get(direction.code) ?? []).toSorted(inOrder),
          }
        }),
      }
    }),
  }

  function changeAction(action: Action, change: Proposal | undefined): Action {
    if (!change || !isStanding(action)) return action
    const { kind, fields, into, reason } = change
    if (kind === 'change') {
      const moved = fields.direction === undefined || goals.has(String(fields.direction))
      return moved ? actionWith(action, fields, goalOf) : action
    }
    if (kind === 'end') return { ...action, ended: { on, reason, into: null } }
    if (kind === 'merge' && into !== null && targets.has(into)) {
      return { ...action, ended: { on, reason, into } }
    }
    return action
  }
}

type Placed = Pick<Action, 'position' | 'code'>
const inOrder = (a: Placed, b: Placed) => a.position - b.position || (a.code < b.code ? -1 : 1)
