import { sentences } from '#platform/say/index.ts'
import { answersItself } from '../own-period.ts'
import { promisedIndicators } from '../questions.ts'
import { en, lv } from '../words/say.ts'
import type { OutlineRule } from './rule.ts'

/** Periods with results that answer no target year. */
export const periodRuleMissing: OutlineRule = {
  code: 'period-rule-missing',
  title: { lv: 'Periods neatbilst nevienam mērķa gadam', en: 'Period that answers no target year' },
  explain: {
    lv: 'Kalendārā gada rezultāts atbild uz tā paša gada mērķi. Citiem periodiem, piemēram, mācību gadam, stratēģijai jāpasaka, kura perioda rezultāts atbild uz kura gada mērķi. Ja tas nav pateikts, rezultātu nevar vērtēt pret mērķi.',
    en: 'The result of a calendar year answers the target of that year. For other periods, such as school years, the strategy must say which period’s result answers which year’s target. Unless it does, the result cannot be judged against a target.',
  },
  check: ({ outline }) => {
    const codes = new Map(promisedIndicators(outline).map(({ id, code }) => [id, code]))
    const orphans = outline.figures.filter(
      ({ indicatorId, period }) =>
        codes.has(indicatorId) && !outline.periodRule.has(period) && !answersItself(period),
    )
    const groups = [...Map.groupBy(orphans, ({ period }) => period)]
    return groups.map(([period, group]) => {
      const inOrder = outline.indicators.filter(({ id }) => group.some((one) => one.indicatorId === id))
      const named = inOrder.map(({ code }) => code)
      const count = group.reduce((sum, one) => sum + one.figures, 0)
      const figures = lv.form(count, { zero: 'rezultātu', one: 'rezultāts', other: 'rezultāti' })
      const indicators = lv.form(named.length, { zero: 'rādītāji', one: 'rādītājs', other: 'rādītāji' })
      return {
        severity: 'obstacle' as const,
        subjects: named.map((code) => ({ kind: 'indicator' as const, code })),
        explanation: sentences(
          `${lv.period(period, 'in')} ir ${lv.number(count)} ${figures} (${indicators} ${lv.some(named)}), bet nav noteikts, uz kura gada mērķi šis periods atbild.`,
          `there ${count === 1 ? 'is' : 'are'} ${en.number(count)} ${count === 1 ? 'result' : 'results'} for ${en.period(period, 'short')} (${named.length === 1 ? 'indicator' : 'indicators'} ${en.some(named)}), but it is not said which year’s target this period answers.`,
        ),
      }
    })
  },
}
