import type { Found, Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import type { Indicator, IndicatorSet, Methodology } from '../model.ts'
import { isWithoutMethodology, promisedIndicators } from '../questions.ts'
import { aboutIndicator } from '../subjects.ts'
import { en, indicatorEn, indicatorLv, lv } from '../words/say.ts'

/** Indicators of which it is not written down how they are computed. */
export const indicatorWithoutMethodology: Rule<IndicatorSet> = {
  code: 'indicator-without-methodology',
  title: { lv: 'Nav aprēķina metodoloģijas', en: 'No methodology' },
  explain: {
    lv: 'Lai rādītāju varētu mērīt atkārtoti un visās iestādēs vienādi, jābūt aprakstītam, ko skaita un ar ko dala. Ja avots pats saka, ka metodoloģijas nav, rādītāju izmērīt nevar; ja tā vienkārši nav aprakstīta, rezultātu nevar pārbaudīt.',
    en: 'For an indicator to be measured again, and alike in all institutions, it must be written down what is counted and what it is divided by. Where the source itself says that there is no methodology the indicator cannot be measured; where none is described the result cannot be checked.',
  },
  check: (set) => {
    const indicators = promisedIndicators(set)
    const missing = indicators.filter(isWithoutMethodology)
    const unstated = indicators.filter(({ methodologies }) => !methodologies.some(saysSomething))
    return [...missing.map(explicitlyMissing), ...notStated(unstated, indicators.length)]
  },
}

function saysSomething({ isMissing, text, numerator, denominator }: Methodology): boolean {
  return isMissing || text !== null || numerator !== null || denominator !== null
}

function explicitlyMissing(indicator: Indicator): Found {
  return {
    severity: 'obstacle',
    subjects: aboutIndicator(indicator),
    explanation: sentences(
      `${indicatorLv(indicator, 'am')} nav metodoloģijas, kā to aprēķināt: tā teikts pašā avotā. Rādītāju nevar izmērīt.`,
      `the source itself says that there is no methodology for computing ${indicatorEn(indicator)}. It cannot be measured.`,
    ),
  }
}

function notStated(indicators: Indicator[], all: number): Found[] {
  if (indicators.length === 0) return []
  const count = indicators.length
  const codes = indicators.map(({ code }) => code)
  const named = lv.form(count, { zero: 'rādītājiem', one: 'rādītājam', other: 'rādītājiem' })
  const total = lv.form(all, { zero: 'rādītājiem', one: 'rādītāja', other: 'rādītājiem' })
  return [
    {
      severity: 'notice',
      subjects: indicators.flatMap((indicator) => aboutIndicator(indicator)),
      explanation: sentences(
        `${lv.number(count)} ${named} no ${lv.number(all)} ${total} aprēķina metodoloģija nav aprakstīta: ${lv.list(codes)}.`,
        `the methodology of ${en.number(count)} of ${en.number(all)} indicators is not described: ${en.list(codes)}.`,
      ),
    },
  ]
}
