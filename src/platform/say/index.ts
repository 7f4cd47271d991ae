import { dateFormat } from '../texts/formats.ts'
import { type Language, LOCALES, type LocalText } from '../texts/text.ts'
import { percentSign, sayComputed, sayFixed, sayNumber } from './numbers.ts'
import { type PeriodForm, sayPeriod } from './periods.ts'
import { type Forms, formOf } from './plurals.ts'
import { nameUnit, sayQuantity, sayUnit, type UnitTable } from './units.ts'

export { decimalsThatTell, NO_BREAK_SPACE, percentSign, withoutDust } from './numbers.ts'
export type { Forms } from './plurals.ts'
export { sayingUnits, signsOf, type UnitTable } from './units.ts'

/** A sentence names no more things than this. */
const MOST_NAMES = 40

/** How one language says numbers, units, periods, lists and plurals: for pages, rules and arithmetic alike. */
export type Say = ReturnType<typeof createSay>

function createSay(language: Language, own?: UnitTable) {
  const lists = new Intl.ListFormat(LOCALES[language])
  const days = dateFormat(LOCALES[language], {
    ...(language === 'lv' ? { day: '2-digit', month: '2-digit', year: 'numeric' } : { dateStyle: 'long' }),
    timeZone: 'UTC',
  })
  return {
    language,
    /** A figure with the decimals that it has, six at most, or with at most so many. */
    number: (value: number, decimals?: number) => sayNumber(value, language, decimals),
    /** What was computed, rounded to two decimals. */
    computed: (value: number) => sayComputed(value, language),
    /** A number with exactly so many decimals. */
    fixed: (value: number, decimals: number) => sayFixed(value, language, decimals),
    /** A number in its unit: `4,5 %`, `1 : 11`, `735`. */
    quantity: (value: number, unit: string, decimals?: number) =>
      sayQuantity(value, unit, language, { decimals, own }),
    /** Exactly so many decimals, and the sign: `4,50 %`, `4.50%`. */
    fixedPercent: (value: number, decimals: number) =>
      `${sayFixed(value, language, decimals)}${percentSign(language)}`,
    percent: (value: number, decimals?: number) =>
      `${sayNumber(value, language, decimals)}${percentSign(language)}`,
    /** A unit by its name. */
    unitName: (unit: string) => nameUnit(unit, language, own),
    /** A unit within a sentence. */
    unit: (unit: string) => sayUnit(unit, language, own),
    period: (period: string, form?: PeriodForm) => sayPeriod(period, language, form),
    /** A day in a sentence: `16.12.2021.`, `16 December 2021`. */
    day: (day: string) => {
      const said = days.format(new Date(`${day}T00:00:00Z`))
      return language === 'lv' ? said.replace(/\.?$/, '.') : said
    },
    /** Names joined as the language does: `a, b un c`. */
    list: (items: Iterable<string>) => lists.format(items),
    /** The first of many names, and how many more there are: `1, 2, 3 un vēl 12`. */
    some: (items: readonly string[], most = MOST_NAMES) => {
      // One more is said as shortly as its name.
      if (items.length <= most + 1) return lists.format(items)
      const more = sayNumber(items.length - most, language)
      return lists.format([...items.slice(0, most), language === 'lv' ? `vēl ${more}` : `${more} more`])
    },
    /** The form of a word that goes with a number, without the number. */
    form: (count: number, forms: Forms, decimals?: number) => formOf(count, language, forms, decimals),
    /** The number with the form that goes with it: `counted(21, { one: 'cilvēks', … })`. */
    counted: (count: number, forms: Forms) =>
      `${sayNumber(count, language)} ${formOf(count, language, forms)}`,
    /** In quotation marks: only for exact words. */
    quoted: (text: LocalText | string) => `“${typeof text === 'string' ? text : text[language]}”`,
  }
}

export const lv = createSay('lv')
export const en = createSay('en')
export const sayIn: Readonly<Record<Language, Say>> = { lv, en }

/** The same for data that bring units of their own. */
export const sayWithUnits = (language: Language, own: UnitTable): Say =>
  own.size === 0 ? sayIn[language] : createSay(language, own)

/** The same in both languages. */
export const inBoth = (write: (say: Say) => string): LocalText => ({ lv: write(lv), en: write(en) })

/** Whole sentences in both languages, each with a capital at its beginning. */
export const sentences = (latvian: string, english: string): LocalText => ({
  lv: capital(latvian),
  en: capital(english),
})

export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('lv') + text.slice(1)
