import type { IndicatorsTables } from '../tables.server.ts'
import { isTotal } from '../totals.ts'

/** What a series is about: values of breakdowns, and one institution or all. */
export type Combination = Pick<IndicatorsTables['indicators.series'], 'breakdown' | 'institution_id'>
type KeyedSeries = Combination & { key: string }

/** Whether two series would be about the same. To be about a total and to say nothing of a breakdown is one thing. */
export const isSameCombination = (one: Combination, other: Combination): boolean =>
  one.institution_id === other.institution_id && partsOf(one) === partsOf(other)

const partsOf = ({ breakdown }: Combination) =>
  JSON.stringify(
    Object.entries(breakdown)
      .filter(([, value]) => !isTotal(value))
      .sort(),
  )

/** The breakdowns by which some series are told apart, in the order in which their keys name them. */
export function dimensionsOf(series: readonly KeyedSeries[]): string[] {
  const places = new Map<string, number>()
  for (const { key, breakdown } of series) {
    const parts = key.split('/')
    for (const [dimension, value] of Object.entries(breakdown)) {
      places.set(dimension, Math.max(places.get(dimension) ?? 0, parts.indexOf(value)))
    }
  }
  return [...places].sort(([, one], [, other]) => one - other).map(([dimension]) => dimension)
}

/** A key that says what a series is about, as those of files do: `5/lvg/guardian`. */
export const keyOf = (code: string, institution: string | null, values: readonly string[]): string =>
  [code, ...(institution === null ? [] : [institution]), ...values].join('/')
