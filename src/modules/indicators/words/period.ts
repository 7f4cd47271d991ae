import type { Speech } from '#platform/i18n.tsx'

/**
 * How a period stands in a text: by its `name`, `of` it (Latvian genitive), `in` it (Latvian locative), `short`
 * above a column, or shortest as a `tick` of an axis.
 */
export type PeriodForm = 'name' | 'of' | 'in' | 'short' | 'tick'

/** A period in words: `2024./2025. mācību gads`, `2021. gads`, or that the year is not stated. */
export function periodName(
  period: string,
  { text }: Pick<Speech, 'text'>,
  form: PeriodForm = 'name',
): string {
  const [first = '', second] = period.split('/')
  if (!/^\d{4}$/.test(first)) return text(`indicators.period.unknown.${form}`)
  if (second === undefined) return text(`indicators.period.year.${form}`, { year: first })
  return text(`indicators.period.schoolYear.${form}`, { first, second, end: second.slice(-2) })
}
