import type { Rule } from '#modules/findings'
import { sentences } from '#platform/say/index.ts'
import { resultFigures } from '../figures.ts'
import type { IndicatorSet } from '../model.ts'
import { promisedIndicators } from '../questions.ts'
import { aboutSeries } from '../subjects.ts'
import { en, lv } from '../words/say.ts'

/** Periods with results that answer no target year. */
export const periodRuleMissing: Rule<IndicatorSet> = {
  code: 'period-rule-missing',
  title: { lv: 'Periods neatbilst nevienam mērķa gadam', en: 'Period that answers no target year' },
  explain: {
    lv: 'Rezultātus mēra pa mācību gadiem, bet mērķi noteikti kalendārajiem gadiem. Stratēģijai jāpasaka, kura perioda rezultāts atbild uz kura gada mērķi. Ja tas nav pateikts, rezultātu nevar vērtēt pret mērķi.',
    en: 'Results are measured by school year, but targets are set for calendar years. The strategy must say which period’s result answers which year’s target. Unless it does, the result cannot be judged against a target.',
  },
  check: (set) => {
    const results = promisedIndicators(set).flatMap((indicator) =>
      indicator.series.flatMap((series) =>
        resultFigures(series).map(({ period }) => ({ indicator, series, period })),
      ),
    )
    const orphans = results.filter(({ period }) => !set.periodRule.has(period))
    return [...Map.groupBy(orphans, ({ period }) => period)].map(([period, group]) => {
      const codes = [...new Set(group.map(({ indicator }) => indicator.code))]
      const count = group.length
      const figures = lv.form(count, { zero: 'rezultātu', one: 'rezultāts', other: 'rezultāti' })
      const indicators = lv.form(codes.length, { zero: 'rādītāji', one: 'rādītājs', other: 'rādītāji' })
      return {
        severity: 'obstacle' as const,
        subjects: group.map(({ series }) => aboutSeries(series, { period })),
        explanation: sentences(
          `${lv.period(period, 'in')} ir ${lv.number(count)} ${figures} (${indicators} ${lv.list(codes)}), bet nav noteikts, uz kura gada mērķi šis periods atbild.`,
          `there ${count === 1 ? 'is' : 'are'} ${en.number(count)} ${count === 1 ? 'result' : 'results'} for ${en.period(period, 'short')} (${codes.length === 1 ? 'indicator' : 'indicators'} ${en.list(codes)}), but it is not said which year’s target this period answers.`,
        ),
      }
    })
  },
}
