import {
  countVerdicts,
  type Indicator,
  type IndicatorSet,
  judge,
  type Series,
  type Verdict,
  type VerdictCounts,
} from '#modules/indicators'
import { actionsOf, countByStatus, type Goal, type StatusCount, type StrategyTree } from './model.ts'

/** One line of figures with its verdict, under the goal that it measures. */
export type JudgedSeries = { goal: string; indicator: Indicator; series: Series; verdict: Verdict }

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

/** The strategy's indicators: those that measure one of its goals, in the order of the plan. */
export function strategyIndicators(tree: StrategyTree, set: IndicatorSet): Indicator[] {
  return set.indicators.filter((indicator) => tree.goalOfIndicator.has(indicator.id))
}

/** Periods that the strategy's rule knows, the newest last. */
export function judgedPeriods(set: Pick<IndicatorSet, 'periodRule'>): string[] {
  return [...set.periodRule.keys()].sort()
}

/** Judges every series of the strategy for a period and counts actions and verdicts per goal. */
export function evaluateStrategy(tree: StrategyTree, set: IndicatorSet, period: string): StrategyEvaluation {
  const indicators = strategyIndicators(tree, set)
  const judged = indicators.flatMap((indicator) =>
    indicator.series.map((series) => ({
      goal: tree.goalOfIndicator.get(indicator.id) ?? '',
      indicator,
      series,
      verdict: judge(indicator, series, period, set.periodRule),
    })),
  )
  const goals = tree.goals.map((goal) => ({
    goal,
    actions: countByStatus(actionsOf({ goals: [goal] })),
    series: countVerdicts(judged.filter((one) => one.goal === goal.code).map((one) => one.verdict)),
    indicators: {
      total: indicators.filter((indicator) => tree.goalOfIndicator.get(indicator.id) === goal.code).length,
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
