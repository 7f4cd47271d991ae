import type { FindingSubject } from '../finding.ts'
import type { Indicator, Series } from '../model.ts'

/** The indicator, and the series that are meant when they are not all of its series. */
export function aboutIndicator(indicator: Indicator, series: Series[] = []): FindingSubject[] {
  const isAll = series.length >= indicator.series.length
  return [
    { kind: 'indicator', code: indicator.code },
    ...(isAll ? [] : series.map((one) => aboutSeries(one))),
  ]
}

/** A series, or one of its figures. */
export function aboutSeries(series: Series, place: { period?: string; year?: number } = {}): FindingSubject {
  return { kind: 'series', key: series.key, indicator: series.indicatorCode, ...place }
}
