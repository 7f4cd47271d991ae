import { addTallies, type Standing, type VerdictCounts } from '#modules/indicators'
import { countByStatus, type Goal, type StatusCount, type StrategyTree, standingActionsOf } from './model.ts'
import { type StatusTimes, statusTimes } from './status-times.ts'

export type EvaluationCounts = {
  actions: StatusCount
  series: VerdictCounts
  indicators: { total: number }
}

/** What can be said of a strategy, for one period or by the latest of every series. Everything in it is counted, nothing averaged. */
export type StrategyEvaluation = EvaluationCounts & {
  /** Null when series are judged in several. */
  period: string | null
  /** As of when the statuses of the actions are. */
  statusTimes: StatusTimes
  goals: (EvaluationCounts & { goal: Goal })[]
}

/** Counts actions and verdicts of a strategy, in all and per goal. */
export function evaluateStrategy(
  tree: Pick<StrategyTree, 'goals' | 'goalOfIndicator'>,
  { period, verdicts, promised }: Pick<Standing, 'period' | 'verdicts' | 'promised'>,
): StrategyEvaluation {
  const verdictsOf = Map.groupBy(verdicts, ({ indicatorId }) => tree.goalOfIndicator.get(indicatorId))
  const indicatorsOf = Map.groupBy(promised, (id) => tree.goalOfIndicator.get(id))
  return {
    period,
    actions: countByStatus(standingActionsOf(tree)),
    statusTimes: statusTimes(standingActionsOf(tree)),
    series: addTallies(verdicts),
    indicators: { total: promised.size },
    goals: tree.goals.map((goal) => ({
      goal,
      actions: countByStatus(standingActionsOf({ goals: [goal] })),
      series: addTallies(verdictsOf.get(goal.code) ?? []),
      indicators: { total: indicatorsOf.get(goal.code)?.length ?? 0 },
    })),
  }
}
