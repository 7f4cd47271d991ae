import {
  countVerdicts,
  type Indicator,
  type IndicatorSet,
  type JudgedSeries,
  judgeSet,
  promisedIndicators,
  type VerdictCounts,
} from '#modules/indicators'
import { actionsOf, countByStatus, type Goal, type StatusCount, type StrategyTree } from './model.ts'

export type EvaluationCounts = {
  actions: StatusCount
  series: VerdictCounts
  indicators: { total: number }
}

/** What can be said of a strategy for one period. Everything in it is counted, nothing averaged. */
export type StrategyEvaluation = EvaluationCounts & {
  period: string
  goals: (EvaluationCounts & { goal: Goal })[]
  judged: JudgedSeries[]
}

/** Judges every series of the strategy for a period and counts actions and verdicts per goal. */
export function evaluateStrategy(tree: StrategyTree, set: IndicatorSet, period: string): StrategyEvaluation {
  const indicators = promisedIndicators(set)
  const judged = judgeSet(set, period)
  const goalOf = (indicator: Indicator) => tree.goalOfIndicator.get(indicator.id)
  const goals = tree.goals.map((goal) => ({
    goal,
    actions: countByStatus(actionsOf({ goals: [goal] })),
    series: countVerdicts(
      judged.filter((one) => goalOf(one.indicator) === goal.code).map((one) => one.verdict),
    ),
    indicators: {
      total: indicators.filter((indicator) => goalOf(indicator) === goal.code).length,
    },
  }))
  return {
    period,
    actions: countByStatus(actionsOf(tree)),
    series: countVerdicts(judged.map((one) => one.verdict)),
    indicators: { total: indicators.length },
    goals,
    judged,
  }
}
