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
