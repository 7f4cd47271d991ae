import { type PeriodKind, parsePeriod } from '../period.ts'
import type { Language } from '../texts/text.ts'

/**
 * How a period stands in a text: by its `name`, `of` it (Latvian genitive), `in` it (Latvian locative), `aside` in
 * the brackets of a sentence, `short` above a column, or shortest as a `tick` of an axis.
 */
export type PeriodForm = 'name' | 'of' | 'in' | 'aside' | 'short' | 'tick'

type Parts = { first: string; second: string; end: string; quarter: number; day: number; month: number }
type Forms = Readonly<Record<PeriodForm, (parts: Parts) => string>>

const MONTHS_OF = [
  'janvāra',
  'februāra',
  'marta',
  'aprīļa',
  'maija',
  'jūnija',
  'jūlija',
  'augusta',
  'septembra',
  'oktobra',
  'novembra',
  'decembra',
]
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const shortDay = ({ first, month, day }: Parts) =>
  `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${first}.`
const longDay = ({ first, month, day }: Parts) => `${day} ${MONTHS[month - 1]} ${first}`
const latvianDay = ({ first, month, day }: Parts, ending: string) =>
  `${first}. gada ${day}. ${MONTHS_OF[month - 1]?.slice(0, -1)}${ending}`

const WORDS: Readonly<Record<Language, Readonly<Record<PeriodKind | 'unknown', Forms>>>> = {
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
    quarter: {
      name: ({ first, quarter }) => `${first}. gada ${quarter}. ceturksnis`,
      of: ({ first, quarter }) => `${first}. gada ${quarter}. ceturkšņa`,
      in: ({ first, quarter }) => `${first}. gada ${quarter}. ceturksnī`,
      aside: ({ first, quarter }) => `${first}. gada ${quarter}. ceturksnis`,
      short: ({ first, quarter }) => `${first}. g. ${quarter}. cet.`,
      tick: ({ first, quarter }) => `${first}-Q${quarter}`,
    },
    span: {
      name: ({ first, second }) => `${first}.–${second}. gads`,
      of: ({ first, second }) => `${first}.–${second}. gada`,
      in: ({ first, second }) => `${first}.–${second}. gadā`,
      aside: ({ first, second }) => `${first}.–${second}. gads`,
      short: ({ first, second }) => `${first}.–${second}.`,
      tick: ({ first, end }) => `${first}–${end}`,
    },
    day: {
      name: (parts) => latvianDay(parts, 'is'),
      of: (parts) => latvianDay(parts, 'a'),
      in: (parts) => latvianDay(parts, 'ī'),
      aside: shortDay,
      short: shortDay,
      tick: shortDay,
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
    quarter: {
      name: ({ first, quarter }) => `quarter ${quarter} of ${first}`,
      of: ({ first, quarter }) => `quarter ${quarter} of ${first}`,
      in: ({ first, quarter }) => `in quarter ${quarter} of ${first}`,
      aside: ({ first, quarter }) => `${first} Q${quarter}`,
      short: ({ first, quarter }) => `${first} Q${quarter}`,
      tick: ({ first, quarter }) => `${first}-Q${quarter}`,
    },
    span: {
      name: ({ first, second }) => `${first}–${second}`,
      of: ({ first, second }) => `${first}–${second}`,
      in: ({ first, second }) => `in ${first}–${second}`,
      aside: ({ first, second }) => `${first}–${second}`,
      short: ({ first, second }) => `${first}–${second}`,
      tick: ({ first, end }) => `${first}–${end}`,
    },
    day: {
      name: longDay,
      of: longDay,
      in: (parts) => `on ${longDay(parts)}`,
      aside: longDay,
      short: longDay,
      tick: ({ first, month, day }) => `${day}/${month}/${first}`,
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
  const parsed = parsePeriod(period)
  const { kind = 'unknown', first = '', second = '', quarter = 0, start = '' } = parsed ?? {}
  const [month = 0, day = 0] = start.split('-').slice(1).map(Number)
  return WORDS[language][kind][form]({ first, second, end: second.slice(-2), quarter, month, day })
}
