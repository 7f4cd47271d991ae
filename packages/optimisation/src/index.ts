export {
  type BacktestLevel,
  type BacktestOptions,
  type BacktestRow,
  backtestForecast,
} from './forecast/backtest.ts'
export { type EntryForecast, type EntryYear, entriesFromBirths } from './forecast/entries.ts'
export {
  type EnrolmentForecast,
  type ForecastCount,
  type ForecastOptions,
  type ForecastYear,
  forecastEnrolment,
} from './forecast/forecast.ts'
export { type EnrolmentHistory, sumHistories } from './forecast/history.ts'
export { type RatioMethod, type Survival, type SurvivalTable, survivalTable } from './forecast/survival.ts'
export {
  type AlternativeOptions,
  type Alternatives,
  findAlternatives,
} from './network/exact/find-alternatives.ts'
export { type Conflict, type ConflictOptions, findConflict } from './network/exact/find-conflict.ts'
export { type Solution, type SolveOptions, solveNetwork } from './network/exact/solve-network.ts'
export type { Solver } from './network/exact/solver.ts'
export type { Fairness, GradeBand, NetworkProblem, Site, SiteGroup, Unit } from './network/model/problem.ts'
export { assignToOpen, type Preview, previewPlan } from './network/preview/preview.ts'
export type { SearchEffort } from './network/preview/search.ts'
export type { Placement, Plan, SiteLoad } from './network/report/plan.ts'
export { type DatedMinimum, type MinimumInForce, minimumsInForce } from './network/rules/dated-minimum.ts'
export { type Rule, ruleKey, sayRule } from './network/rules/rule.ts'
