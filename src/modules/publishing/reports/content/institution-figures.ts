import {
  directionOf,
  type Indicator,
  isFigure,
  type Observation,
  observationsOf,
  type Series,
} from '#modules/indicators'
import type { ReportData } from './data.ts'

/** A series about one institution, with what was measured in the order of time. */
export type OwnSeries = { indicator: Indicator; series: Series; observations: readonly Observation[] }

/** The series of each institution, by its key, in the order of the indicators. */
export function seriesByInstitution({ plan }: ReportData): ReadonlyMap<string, readonly OwnSeries[]> {
  const all = (plan?.set.indicators ?? []).flatMap((indicator) =>
    indicator.series.flatMap((series) =>
      series.institution === null
        ? []
        : [{ key: series.institution.key, indicator, series, observations: observationsOf(series) }],
    ),
  )
  return Map.groupBy(all, ({ key }) => key)
}

export type Course = 'better' | 'worse' | 'higher' | 'lower' | 'same' | 'unknown'

/** Where the last two figures of a series went: against its own course and nobody else's. */
export function courseOf({ indicator, series, observations }: OwnSeries): Course {
  const [before, after] = observations.filter(isFigure).slice(-2)
  if (!before || !after) return 'unknown'
  const [from, to] = [before.value, after.value]
  if (!('number' in from) || !('number' in to) || from.unit !== to.unit) return 'unknown'
  if (from.number === to.number) return 'same'
  const isMore = to.number > from.number
  const direction = directionOf(indicator, series)
  if (direction === 'none') return isMore ? 'higher' : 'lower'
  return isMore === (direction === 'up') ? 'better' : 'worse'
}
