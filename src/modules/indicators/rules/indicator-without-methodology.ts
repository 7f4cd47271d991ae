import type { Finding } from '../finding.ts'
import type { Indicator, IndicatorSet, Methodology } from '../model.ts'
import { strategyIndicators } from './figures.ts'
import type { Rule } from './rule.ts'
import { aboutIndicator } from './subjects.ts'
import { en, indicatorEn, indicatorLv, lv, sentences } from './wording.ts'

/** Indicators of which it is not written down how they are computed. */
export const indicatorWithoutMethodology: Rule<IndicatorSet> = {
  code: 'indicator-without-methodology',
  title: { lv: 'Nav aprēķina metodoloģijas', en: 'No methodology' },
  explain: {
    lv: 'Lai rādītāju varētu mērīt atkārtoti un visās iestādēs vienādi, jābūt aprakstītam, ko skaita un ar ko dala. Ja avots pats saka, ka metodoloģijas nav, rādītāju izmērīt nevar; ja tā vienkārši nav aprakstīta, rezultātu nevar pārbaudīt.',
    en: 'For an indicator to be measured again, and alike in all institutions, it must be written down what is counted and what it is divided by. Where the source itself says that there is no methodology the indicator cannot be measured; where none is described the result cannot be checked.',
  },
  check: (set) => {
    const indicators = strategyIndicators(set)
    const missing = indicators.filter((indicator) => newest(indicator)?.isMissing)
    const unstated = indicators.filter(({ methodologies }) => !methodologies.some(saysSomething))
    return [...missing.map(explicitlyMissing), ...notStated(unstated, indicators.length)]
  },
}

function newest({ methodologies }: Indicator): Methodology | undefined {
  return methodologies.toSorted((a, b) => a.version - b.version).at(-1)
}

function saysSomething({ isMissing, text, numerator, denominator }: Methodology): boolean {
  return isMissing || text !== null || numerator !== null || denominator !== null
}

function explicitlyMissing(indicator: Indicator): Finding {
  return {
    code: 'indicator-without-methodology',
    severity: 'obstacle',
    subjects: aboutIndicator(indicator),
    explanation: sentences(
      `${indicatorLv(indicator, 'am')} nav metodoloģijas, kā to aprēķināt: tā teikts pašā avotā. Rādītāju nevar izmērīt.`,
      `the source itself says that there is no methodology for computing ${indicatorEn(indicator)}. It cannot be measured.`,
    ),
  }
}

function notStated(indicators: Indicator[], all: number): Finding[] {
  if (indicators.length === 0) return []
  const count = indicators.length
  const codes = indicators.map(({ code }) => code)
  const named = lv.form(count, { zero: 'rādītājiem', one: 'rādītājam', other: 'rādītājiem' })
  const total = lv.form(all, { zero: 'rādītājiem', one: 'rādītāja', other: 'rādītājiem' })
  return [
    {
      code: 'indicator-without-methodology',
      severity: 'notice',
      subjects: indicators.flatMap((indicator) => aboutIndicator(indicator)),
      explanation: sentences(
        `${lv.number(count)} ${named} no ${lv.number(all)} ${total} aprēķina metodoloģija nav aprakstīta: ${lv.list(codes)}.`,
        `the methodology of ${en.number(count)} of ${en.number(all)} indicators is not described: ${en.list(codes)}.`,
      ),
    },
  ]
}
