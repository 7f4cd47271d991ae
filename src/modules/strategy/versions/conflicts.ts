import { actionsOf, type StrategyTree } from '../model.ts'
import { fieldsOfAction, fieldsOfDirection, fieldsOfGoal } from './plan-fields.ts'
import type { Fields, Proposal, Target } from './version.ts'

/** Why something that was proposed cannot be done to the plan as it stands. */
export type Conflict = Pick<Proposal, 'target' | 'code' | 'kind'> & {
  reason: 'gone' | 'ended' | 'taken' | 'changed' | 'noDirection' | 'intoGone' | 'intoEnds'
  /** Columns of the plan that somebody has changed since, or the code that is missed. */
  about: readonly string[]
}

/** Everything that is proposed and no longer applies to the plan, in the order of the proposals. */
export function conflictsIn(tree: Pick<StrategyTree, 'goals'>, changes: readonly Proposal[]): Conflict[] {
  const actions = new Map(actionsOf(tree).map((action) => [action.code, action]))
  const directions = new Map(tree.goals.flatMap((goal) => goal.directions).map((one) => [one.code, one]))
  const goals = new Map(tree.goals.map((goal) => [goal.code, goal]))
  const ofActions = new Map(
    changes.filter(({ target }) => target === 'action').map((one) => [one.code, one.kind]),
  )
  return changes.flatMap((change): Conflict[] => {
    const { target, code, kind, fields, was, into } = change
    const say = (reason: Conflict['reason'], about: readonly string[] = []): Conflict[] => [
      { target, code, kind, reason, about },
    ]
    if (kind === 'keep') return []
    const missing = missingDirection(fields)
    if (kind === 'add') return actions.has(code) ? say('taken') : missing ? say('noDirection', missing) : []
    const now = stateOf(target, code)
    if (!now) return say('gone')
    if (target === 'action' && actions.get(code)?.ended) return say('ended')
    if (kind === 'change') {
      const moved = Object.keys(fields).filter(
        (name) => now[name] !== was[name] && now[name] !== fields[name],
      )
      if (moved.length > 0) return say('changed', moved)
      return missing ? say('noDirection', missing) : []
    }
    if (kind === 'merge') {
      const goesOn = into === null ? undefined : ofActions.get(into)
      const target = into === null ? undefined : actions.get(into)
      if (!target && goesOn !== 'add') return say('intoGone', [into ?? ''])
      if (target?.ended || goesOn === 'end' || goesOn === 'merge') return say('intoEnds', [into ?? ''])
    }
    return []
  })

  function missingDirection({ direction }: Fields): string[] | undefined {
    if (direction === undefined || directions.has(String(direction))) return undefined
    return [String(direction)]
  }

  function stateOf(target: Target, code: string): Fields | undefined {
    const [goal, direction, action] = [goals.get(code), directions.get(code), actions.get(code)]
    if (target === 'goal') return goal && fieldsOfGoal(goal)
    if (target === 'direction') return direction && fieldsOfDirection(direction)
    return action && fieldsOfAction(action)
  }
}
