import type { Language } from '../texts/text.ts'

/**
 * How a period stands in a text: by its `name`, `of` it (Latvian genitive), `in` it (Latvian locative), `aside` in
 * the brackets of a sentence, `short` above a column, or shortest as a `tick` of an axis.
 */
export type PeriodForm = 'name' | 'of' | 'in' | 'aside' | 'short' | 'tick'

type Parts = { first: string; second: string; end: string }
type Forms = Readonly<Record<PeriodForm, (parts: Parts) => string>>

const WORDS: Readonly<Record<Language, { schoolYear: Forms; year: Forms; unknown: Forms }>> = {
  lv: {
    schoolYear: {
      name: ({ first, second }) => `${first}./${second}. mācību gads`,
      of: ({ first, second }) => `${first}./${second}. mācību gada`,
      in: ({ first, second }) => `${first}./${second}. mācību gadā`,
      aside: ({ first, second }) => `${first}./${second}. mācību gads`,
      short: ({ first, second }) => `${first}./${second}.`,
      tick: ({ first, end }) => `${first}./${end}.`,
    },
    year: {
      name: ({ first }) => `${first}. gads`,
      of: ({ first }) => `${first}. gada`,
      in: ({ first }) => `${first}. gadā`,
      aside: ({ first }) => `${first}. gads`,
      short: ({ first }) => `${first}.`,
      tick: ({ first }) => first,
    },
    unknown: {
      name: () => 'gads nav norādīts',
      of: () => 'nenorādīta gada',
      in: () => 'gads nav norādīts',
      aside: () => 'gads nav norādīts',
      short: () => 'bez gada',
      tick: () => 'bez gada',
    },
  },
  en: {
    schoolYear: {
      name: ({ first, second }) => `school year ${first}/${second}`,
      of: ({ first, second }) => `school year ${first}/${second}`,
      in: ({ first, second }) => `in ${first}/${second}`,
      aside: ({ first, second }) => `${first}/${second}`,
      short: ({ first, second }) => `${first}/${second}`,
      tick: ({ first, end }) => `${first}/${end}`,
    },
    year: {
      name: ({ first }) => first,
      of: ({ first }) => first,
      in: ({ first }) => `in ${first}`,
      aside: ({ first }) => first,
      short: ({ first }) => first,
      tick: ({ first }) => first,
    },
    unknown: {
      name: () => 'year not stated',
      of: () => 'year not stated',
      in: () => 'year not stated',
      aside: () => 'year not stated',
      short: () => 'no year',
      tick: () => 'no year',
    },
  },
}

/** A period in words: `2024./2025. mācību gads`, `2021. gads`, or that the year is not stated. */
export function sayPeriod(period: string, language: Language, form: PeriodForm = 'name'): string {
  const [first = '', second] = period.split('/')
  const words = WORDS[language]
  if (!/^\d{4}$/.test(first)) return words.unknown[form]({ first, second: '', end: '' })
  if (second === undefined) return words.year[form]({ first, second: '', end: '' })
  return words.schoolYear[form]({ first, second, end: second.slice(-2) })
}
