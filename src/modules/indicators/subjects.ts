import type { FindingSubject } from '#modules/findings'
import type { Indicator, Series } from './model.ts'

declare module '../findings/model.ts' {
  interface SubjectKinds {
    indicator: { code: string }
    /** A series, or the figure of a period or the target of a year in it. */
    series: { key: string; indicator: string; period?: string; year?: number }
  }
}

/** The indicator, and the series that are meant when they are not all of its series. */
export function aboutIndicator(indicator: Indicator, series: Series[] = []): FindingSubject[] {
  const isAll = series.length >= indicator.seriesCount
  return [
    { kind: 'indicator', code: indicator.code },
    ...(isAll ? [] : series.map((one) => aboutSeries(one))),
  ]
}

/** A series, or one of its figures. */
export function aboutSeries(series: Series, place: { period?: string; year?: number } = {}): FindingSubject {
  return { kind: 'series', key: series.key, indicator: series.indicatorCode, ...place }
}
