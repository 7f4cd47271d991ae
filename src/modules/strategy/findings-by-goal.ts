import type { Finding, FindingSubject } from '#modules/indicators'
import { actionsOf } from './model.ts'
import type { StrategyData } from './rules/rule.ts'

/**
 * How many findings concern each goal, by its code: those about its actions and its indicators. A finding
 * about two goals counts for both, and one about the strategy as a whole for none.
 */
export function countFindingsByGoal({ tree, set }: StrategyData, findings: readonly Finding[]) {
  const goalOfAction = new Map(actionsOf(tree).map((action) => [action.code, action.goal]))
  const goalOfIndicator = new Map(
    set.indicators.map((indicator) => [indicator.code, tree.goalOfIndicator.get(indicator.id)]),
  )
  const goalOf = (subject: FindingSubject) => {
    if (subject.kind === 'action') return goalOfAction.get(subject.code)
    if (subject.kind === 'indicator') return goalOfIndicator.get(subject.code)
    return subject.kind === 'series' ? goalOfIndicator.get(subject.indicator) : undefined
  }
  const counts = new Map(tree.goals.map((goal) => [goal.code, 0]))
  for (const { subjects } of findings) {
    for (const code of new Set(subjects.map(goalOf))) {
      if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
    }
  }
  return counts
}
