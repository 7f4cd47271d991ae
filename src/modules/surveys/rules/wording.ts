import { numberFormat, pluralRules } from '#platform/texts/formats.ts'
import type { Language, LocalText } from '#platform/texts/text.ts'

const NO_BREAK_SPACE = '\u00a0'

type PluralForms = { zero?: string; one: string; other: string }

/** How one language writes the figures of findings. Figures get one decimal unless told otherwise. */
function createWords(language: Language) {
  const number = (value: number, decimals = 1) =>
    numberFormat(language, { maximumFractionDigits: decimals }).format(value)
  /** The form that goes with the number as it is written, without the number. */
  const form = (value: number, forms: PluralForms, decimals = 1) => {
    const category = pluralRules(language, { maximumFractionDigits: decimals }).select(value)
    return forms[category as keyof PluralForms] ?? forms.other
  }
  return {
    number,
    form,
    percent: (value: number, decimals = 1) => `${number(value, decimals)}${NO_BREAK_SPACE}%`,
    /** The number with the form that goes with it: `counted(21, { one: 'cilvēks', … })`. */
    counted: (value: number, forms: PluralForms) => `${number(value)} ${form(value, forms)}`,
    quoted: (text: LocalText) => `“${text[language]}”`,
    list: (parts: string[]) => new Intl.ListFormat(language === 'en' ? 'en-GB' : 'lv').format(parts),
  }
}

export type Words = ReturnType<typeof createWords>
export const lv = createWords('lv')
export const en = createWords('en')

/** Forms of nouns by number and case; Latvian 0, 10–20, 30 … take `zero`. */
export const NOUNS = {
  personLv: { zero: 'cilvēku', one: 'cilvēks', other: 'cilvēki' },
  personEn: { one: 'person', other: 'people' },
  /** After `no`, `ar`: of, with so many respondents. */
  ofRespondentsLv: { zero: 'respondentiem', one: 'respondenta', other: 'respondentiem' },
  withRespondentsLv: { zero: 'respondentiem', one: 'respondentu', other: 'respondentiem' },
  respondentLv: { zero: 'respondentu', one: 'respondents', other: 'respondenti' },
  respondentEn: { one: 'respondent', other: 'respondents' },
  pointLv: { zero: 'procentpunktu', one: 'procentpunkts', other: 'procentpunkti' },
  /** After `par`: by so many points. */
  byPointsLv: { zero: 'procentpunktiem', one: 'procentpunktu', other: 'procentpunktiem' },
  pointEn: { one: 'percentage point', other: 'percentage points' },
} satisfies Record<string, PluralForms>
