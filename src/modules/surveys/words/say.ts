import { type Forms, type Say, en as sayEnglish, lv as sayLatvian } from '#platform/say/index.ts'

/** How one language writes the figures of surveys in findings: with one decimal unless told otherwise. */
function createWords(say: Say) {
  const number = (value: number, decimals = 1) => say.number(value, decimals)
  const form = (value: number, forms: Forms, decimals = 1) => say.form(value, forms, decimals)
  return {
    ...say,
    number,
    form,
    percent: (value: number, decimals = 1) => say.percent(value, decimals),
    counted: (value: number, forms: Forms) => `${number(value)} ${form(value, forms)}`,
  }
}

export type Words = ReturnType<typeof createWords>
export const lv = createWords(sayLatvian)
export const en = createWords(sayEnglish)

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
} satisfies Record<string, Forms>
