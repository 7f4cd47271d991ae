import type { Speech } from '#platform/i18n.tsx'

/** How a period stands in a sentence: by itself, `of` it (Latvian genitive) or `in` it (Latvian locative). */
export type PeriodForm = 'name' | 'of' | 'in' | 'short'

/** A period in words: `2024./2025. mācību gads`, `2021. gads`, or that the year is not stated. */
export function periodName(
  period: string,
  { text }: Pick<Speech, 'text'>,
  form: PeriodForm = 'name',
): string {
  const [first = '', second] = period.split('/')
  if (!/^\d{4}$/.test(first)) {
    return text(
      form === 'of' || form === 'in' ? `indicators.period.unknown.${form}` : 'indicators.period.unknown',
    )
  }
  if (second === undefined) {
    return text(form === 'name' ? 'indicators.period.year' : `indicators.period.year.${form}`, {
      year: first,
    })
  }
  const key =
    form === 'name' ? 'indicators.period.schoolYear' : (`indicators.period.schoolYear.${form}` as const)
  return text(key, { first, second })
}
