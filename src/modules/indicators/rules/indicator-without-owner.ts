import { sentences } from '#platform/say/index.ts'
import { promisedIndicators } from '../questions.ts'
import { en, lv } from '../words/say.ts'
import type { OutlineRule } from './rule.ts'

/** Indicators that nobody answers for. */
export const indicatorWithoutOwner: OutlineRule = {
  code: 'indicator-without-owner',
  title: { lv: 'Nav atbildīgā', en: 'No owner' },
  explain: {
    lv: 'Katram rādītājam vajadzīgs viens atbildīgais, kas zina, kā to mēra, ievāc datus laikā un atbild uz jautājumiem. Rādītāji bez atbildīgā paliek nemērīti.',
    en: 'Every indicator needs one owner who knows how it is measured, sees that the data come in on time and answers questions. Indicators without an owner go unmeasured.',
  },
  check: ({ outline }) => {
    const indicators = promisedIndicators(outline)
    const without = indicators.filter(({ owner }) => owner === null)
    // Where no indicator names one, the file at hand does not carry owners: that is no statement about them.
    if (without.length === 0 || without.length === indicators.length) return []
    const [count, all] = [without.length, indicators.length]
    const codes = without.map(({ code }) => code)
    const named = lv.form(count, { zero: 'rādītājiem', one: 'rādītājam', other: 'rādītājiem' })
    const total = lv.form(all, { zero: 'rādītājiem', one: 'rādītāja', other: 'rādītājiem' })
    return [
      {
        severity: 'notice',
        subjects: codes.map((code) => ({ kind: 'indicator', code })),
        explanation: sentences(
          `${lv.number(count)} ${named} no ${lv.number(all)} ${total} nav norādīts atbildīgais: ${lv.some(codes)}.`,
          `${en.number(count)} of ${en.number(all)} indicators ${count === 1 ? 'has' : 'have'} no owner: ${en.some(codes)}.`,
        ),
      },
    ]
  },
}
