import { dateFormat, numberFormat, pluralRules } from '#platform/texts/formats.ts'
import { LANGUAGES, type Language, type LocalText } from '#platform/texts/text.ts'
import type { ImplementationStatus } from '../model.ts'

const NO_BREAK_SPACE = '\u00a0'

/** The same sentence in both languages. */
export function inBoth(say: (language: Language) => string): LocalText {
  return { lv: say('lv'), en: say('en') }
}

const plurals = forEachLanguage((language) => pluralRules(language))
const numbers = forEachLanguage((language) => numberFormat(language, { maximumFractionDigits: 2 }))
const lists = forEachLanguage((language) => new Intl.ListFormat(language === 'en' ? 'en-GB' : language))
const days = {
  lv: dateFormat('lv', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }),
  en: dateFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

function forEachLanguage<Value>(make: (language: Language) => Value) {
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<
    Language,
    Value
  >
}

/** Forms of a word by number; Latvian needs `zero` for 0, 10–20, 30 … */
export type Forms = Record<Language, { zero?: string; one: string; other: string }>

/** The form of a word that goes with a number, without the number. */
export function formOf(count: number, language: Language, forms: Forms): string {
  const { zero, one, other } = forms[language]
  const rule = plurals[language].select(count)
  return rule === 'one' ? one : rule === 'zero' ? (zero ?? other) : other
}

export const sayNumber = (value: number, language: Language) => numbers[language].format(value)

export const sayList = (items: Iterable<string>, language: Language) => lists[language].format(items)

/** A day: `16.12.2021.`, `16 December 2021`. */
export function sayDay(day: string, language: Language): string {
  const said = days[language].format(new Date(`${day}T00:00:00Z`))
  return language === 'lv' ? said.replace(/\.?$/, '.') : said
}

export const sayPercent = (value: number, language: Language) =>
  `${sayNumber(value, language)}${NO_BREAK_SPACE}%`

/** A number in its unit: `4,5 %`, `1 : 11`, `735`. */
export function sayFigure(value: number, unit: string, language: Language): string {
  if (unit === 'percent') return sayPercent(value, language)
  return unit === 'ratio'
    ? `1${NO_BREAK_SPACE}:${NO_BREAK_SPACE}${sayNumber(value, language)}`
    : sayNumber(value, language)
}

/** When: `2024./2025. mācību gadā`, `in 2021`; a year that nobody stated is said to be unknown. */
export function sayPeriod(period: string, language: Language): string {
  const [first = period, second] = period.split('/')
  if (period === 'unknown') return language === 'lv' ? 'gads nav norādīts' : 'year not stated'
  if (language === 'en') return `in ${period}`
  return second ? `${first}./${second}. mācību gadā` : `${first}. gadā`
}

const POINTS: Forms = {
  lv: { one: 'procentpunktu', other: 'procentpunktiem' },
  en: { one: 'percentage point', other: 'percentage points' },
}

/** How much more or less: points between per cents, else per cent of the first number. */
export function sayChange(from: number, to: number, unit: string, language: Language): string {
  const difference = Math.round(Math.abs(to - from) * 1e6) / 1e6
  const isShare = unit === 'percent'
  const size =
    isShare || from === 0
      ? sayNumber(difference, language)
      : sayPercent(Math.round((1000 * difference) / Math.abs(from)) / 10, language)
  const amount = isShare ? `${size} ${formOf(difference, language, POINTS)}` : size
  if (difference === 0) return language === 'lv' ? 'bez izmaiņām' : 'unchanged'
  if (language === 'lv') return `par ${amount} ${to > from ? 'vairāk' : 'mazāk'}`
  return `${amount} ${to > from ? 'more' : 'less'}`
}

/** A status as a page names it. */
export const STATUS_WORDS: Record<ImplementationStatus, LocalText> = {
  implemented: { lv: 'īstenota', en: 'implemented' },
  inProgress: { lv: 'tiek īstenota', en: 'in progress' },
  partial: { lv: 'paveikta daļēji', en: 'done in part' },
  deferred: { lv: 'atlikta', en: 'deferred' },
  notStarted: { lv: 'nav sākta', en: 'not started' },
}

/** What a document says, quoted. */
export const quoteClaim = (claim: { text: LocalText }, language: Language) =>
  `${language === 'lv' ? 'Dokumentā teikts' : 'The document says'}: ${quote(claim.text, language)}`

/** A title in quotation marks. */
export const quote = (text: LocalText, language: Language) => `“${text[language]}”`
