import { hasResults, type Indicator } from '#modules/indicators'

/** Whether anything was ever measured: a covered result is one, though nobody is told what it is. */
export const isMeasured = (indicator: Pick<Indicator, 'series'>): boolean =>
  hasResults(indicator) || indicator.series.some(({ results }) => results.some(({ isCovered }) => isCovered))
