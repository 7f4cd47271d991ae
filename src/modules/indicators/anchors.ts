import type { FindingSubject } from '#modules/findings'

/** The page of an indicator, below the address of its municipality. */
export const indicatorAddress = (code: string) => `/raditaji/${encodeURIComponent(code)}`

/** Stands for the year of a target that has none. */
export const NO_YEAR = 'bez-termina' as const

/** Place of a figure on the page of its indicator: a result or baseline by period, a target by year. */
export function figureAnchor(seriesKey: string, place: string | number): string {
  return `figure-${dashed(seriesKey)}-${dashed(String(place))}`
}

/** Place of a series on the page of its indicator. */
export function seriesAnchor(seriesKey: string): string {
  return `series-${dashed(seriesKey)}`
}

/** Where on the page of its indicator a subject is to be found; null when it is the indicator itself. */
export function anchorOf(subject: FindingSubject): string | null {
  if (subject.kind !== 'series') return null
  const place = subject.period ?? subject.year
  return place === undefined ? seriesAnchor(subject.key) : figureAnchor(subject.key, place)
}

const dashed = (name: string) => name.replaceAll('/', '-')

/** A figure on the page of its indicator, below the address of its plan. */
export const figureAddress = (code: string, seriesKey: string, period: string): string =>
  `${indicatorAddress(code)}#${figureAnchor(seriesKey, period)}`
