import { numberFormat, pluralRules } from '#platform/texts/formats.ts'
import type { Language, LocalText } from '#platform/texts/text.ts'
import type { Indicator, MissingKind, Observation, ObservedValue, Series, Target } from '../model.ts'

const NO_BREAK_SPACE = '\u00a0'

const UNITS: Record<string, LocalText> = {
  count: { lv: 'skaits', en: 'a count' },
  percent: { lv: 'procenti', en: 'per cent' },
  percentagePoint: { lv: 'procentpunkti', en: 'percentage points' },
  ratio: { lv: 'attiecība', en: 'a ratio' },
  text: { lv: 'teksts', en: 'a text' },
}

const MISSING: Record<MissingKind, LocalText> = {
  notMeasured: { lv: 'nav mērīts', en: 'not measured' },
  retired: { lv: 'vairs nemēra', en: 'no longer measured' },
  notApplicable: { lv: 'nav attiecināms', en: 'not applicable' },
  noMethodology: { lv: 'nav metodoloģijas', en: 'no methodology' },
  notAsked: { lv: 'nav jautāts', en: 'not asked' },
  notReported: { lv: 'nav ziņots', en: 'not reported' },
  unknown: { lv: 'nav zināms', en: 'unknown' },
  confidential: { lv: 'neizpauž', en: 'confidential' },
}

type PluralForms = { zero?: string; one: string; other: string }

/** How one language writes numbers, values and lists. */
function createWords(language: Language) {
  const plurals = pluralRules(language)
  const numbers = numberFormat(language, { maximumFractionDigits: 6 })
  const lists = new Intl.ListFormat(language === 'en' ? 'en-GB' : 'lv')

  const number = (value: number) => numbers.format(value)
  const quantity = (value: number, unit: string) => {
    if (unit === 'percent') return `${number(value)}${NO_BREAK_SPACE}%`
    return unit === 'ratio' ? `1${NO_BREAK_SPACE}:${NO_BREAK_SPACE}${number(value)}` : number(value)
  }
  const missing = (kind: MissingKind) => MISSING[kind][language]
  const quoted = (text: string) => `“${text}”`
  const value = (observed: ObservedValue): string => {
    if (observed.kind === 'missing') return missing(observed.missing)
    if (observed.kind === 'text') return quoted(observed.text[language])
    if (observed.kind !== 'distribution') return quantity(observed.number, observed.unit)
    return observed.parts.map((part) => quantity(part.value, observed.unit)).join(' / ')
  }
  const period = (name: string) => (language === 'lv' ? periodLv(name, 's') : periodEn(name))
  return {
    number,
    quantity,
    /** With its sign: `+2 %`. */
    change: ({ value: size, unit }: Target) =>
      `${(size ?? 0) < 0 ? '−' : '+'}${quantity(Math.abs(size ?? 0), unit === 'percent' ? 'percent' : 'count')}`,
    value,
    /** A value with its period: `35 % (2021)`. */
    figure: (observation: Observation) => `${value(observation.value)} (${period(observation.period)})`,
    missing,
    unit: (unit: string) => UNITS[unit]?.[language] ?? quoted(unit),
    list: (items: string[]) => lists.format(items),
    /** The form that goes with the number, without the number. */
    form: (count: number, forms: PluralForms) =>
      forms[plurals.select(count) as keyof PluralForms] ?? forms.other,
  }
}

export const lv = createWords('lv')
export const en = createWords('en')

/** `2023./2024. mācību gadā`; the ending is that of `gads`. */
export function periodLv(period: string, ending: 's' | 'a' | 'ā'): string {
  const unknown = { s: 'gads nav norādīts', a: 'nenorādīta gada', ā: 'nenorādītā gadā' }
  if (period === 'unknown') return unknown[ending]
  const [first, second] = period.split('/')
  return second === undefined ? `${first}. gad${ending}` : `${first}./${second}. mācību gad${ending}`
}

export function periodEn(period: string): string {
  return period === 'unknown' ? 'year not stated' : period
}

/**
 * `14. rādītājā (Pirmsskola, Sports)`; the ending is that of `rādītājs`. The series are named unless they are
 * all that the indicator has.
 */
export function indicatorLv(
  indicator: Indicator,
  ending: 's' | 'a' | 'am' | 'u' | 'ā',
  series: Series[] = [],
) {
  const word = `rādītāj${ending}`
  const name = /^\d+$/.test(indicator.code) ? `${indicator.code}. ${word}` : `${word} ${indicator.code}`
  return `${name}${inBrackets(indicator, series, 'lv')}`
}

/** `indicator 14 (Preschool, Sport)`, as in Latvian. */
export function indicatorEn(indicator: Indicator, series: Series[] = []): string {
  return `indicator ${indicator.code}${inBrackets(indicator, series, 'en')}`
}

/** The series in words, in brackets after a space; empty when they are all that the indicator has. */
export function inBrackets(indicator: Indicator, series: Series[], language: Language): string {
  if (series.length === 0 || series.length >= indicator.series.length) return ''
  return ` (${series.map((one) => one.label?.[language] ?? one.key).join('; ')})`
}

/** Why a figure is not there, in brackets after a space; empty when no reason is given. */
export function reasonLv(kinds: MissingKind[]): string {
  return kinds.length === 0 ? '' : ` (iemesls: ${lv.list(kinds.map(lv.missing))})`
}

export function reasonEn(kinds: MissingKind[]): string {
  return kinds.length === 0 ? '' : ` (reason: ${en.list(kinds.map(en.missing))})`
}

/** An explanation whose sentences begin with a capital in both languages. */
export function sentences(latvian: string, english: string): LocalText {
  return { lv: capital(latvian), en: capital(english) }
}

function capital(text: string) {
  return text.charAt(0).toLocaleUpperCase('lv') + text.slice(1)
}
