import type { Found } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import type { IndicatorOutline } from '../outline.ts'
import { promisedIndicators } from '../questions.ts'
import { en, indicatorCodeLv, lv } from '../words/say.ts'
import type { OutlineRule } from './rule.ts'

/** Indicators of which it is not written down how they are computed. */
export const indicatorWithoutMethodology: OutlineRule = {
  code: 'indicator-without-methodology',
  title: { lv: 'Nav aprēķina metodoloģijas', en: 'No methodology' },
  explain: {
    lv: 'Lai rādītāju varētu mērīt atkārtoti un visās iestādēs vienādi, jābūt aprakstītam, ko skaita un ar ko dala. Ja avots pats saka, ka metodoloģijas nav, rādītāju izmērīt nevar; ja tā vienkārši nav aprakstīta, rezultātu nevar pārbaudīt.',
    en: 'For an indicator to be measured again, and alike in all institutions, it must be written down what is counted and what it is divided by. Where the source itself says that there is no methodology the indicator cannot be measured; where none is described the result cannot be checked.',
  },
  check: ({ outline }) => {
    const indicators = promisedIndicators(outline)
    const missing = indicators.filter(({ methodology }) => methodology === 'missing')
    const unstated = indicators.filter(({ methodology }) => methodology === 'undescribed')
    // Where no indicator describes one, the file at hand does not carry methods: that is no statement about them.
    const isCarried = unstated.length < indicators.length
    return [...missing.map(explicitlyMissing), ...(isCarried ? notStated(unstated, indicators.length) : [])]
  },
}

function explicitlyMissing(indicator: IndicatorOutline): Found {
  return {
    severity: 'obstacle',
    subjects: [{ kind: 'indicator', code: indicator.code }],
    explanation: sentences(
      `${indicatorCodeLv(indicator.code, 'am')} nav metodoloģijas, kā to aprēķināt: tā teikts pašā avotā. Rādītāju nevar izmērīt.`,
      `the source itself says that there is no methodology for computing indicator ${indicator.code}. It cannot be measured.`,
    ),
  }
}

function notStated(indicators: IndicatorOutline[], all: number): Found[] {
  if (indicators.length === 0) return []
  const count = indicators.length
  const codes = indicators.map(({ code }) => code)
  const named = lv.form(count, { zero: 'rādītājiem', one: 'rādītājam', other: 'rādītājiem' })
  const total = lv.form(all, { zero: 'rādītājiem', one: 'rādītāja', other: 'rādītājiem' })
  return [
    {
      severity: 'notice',
      subjects: codes.map((code) => ({ kind: 'indicator', code })),
      explanation: sentences(
        `${lv.number(count)} ${named} no ${lv.number(all)} ${total} aprēķina metodoloģija nav aprakstīta: ${lv.some(codes)}.`,
        `the methodology of ${en.number(count)} of ${en.number(all)} indicators is not described: ${en.some(codes)}.`,
      ),
    },
  ]
}
