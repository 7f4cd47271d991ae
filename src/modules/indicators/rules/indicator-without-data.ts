import type { IndicatorSet } from '../model.ts'
import { judgedPeriods, strategyIndicators } from './figures.ts'
import { gapsOf, hasData, sayGaps } from './results.ts'
import type { Rule } from './rule.ts'
import { aboutIndicator } from './subjects.ts'
import { indicatorEn, indicatorLv, sentences } from './wording.ts'

/** Indicators without a single result in the periods that are judged. */
export const indicatorWithoutData: Rule<IndicatorSet> = {
  code: 'indicator-without-data',
  title: { lv: 'Rādītājs bez datiem', en: 'Indicator without data' },
  explain: {
    lv: 'Rādītājs, kuram visā vērtējamajā laikā nav neviena rezultāta, par stratēģijas izpildi neko nepasaka. Rādītājam, ko vairs nemēra, tas ir tikai paziņojums.',
    en: 'An indicator without a single result in all the time that is judged says nothing about how the strategy went. For one that is no longer measured this is only a notice.',
  },
  check: (set) =>
    strategyIndicators(set)
      .filter((indicator) => judgedPeriods(set).length > 0 && !hasData(set, indicator))
      .map((indicator) => {
        const gaps = gapsOf(set, indicator)
        const reasons = sayGaps(indicator, gaps)
        const isRetired = indicator.retiredOn !== null || gaps.every(({ kind }) => kind === 'retired')
        return {
          code: 'indicator-without-data',
          severity: isRetired ? ('notice' as const) : ('obstacle' as const),
          subjects: aboutIndicator(indicator),
          explanation: sentences(
            `${indicatorLv(indicator, 'am')} nav neviena rezultāta: ${reasons.lv}.`,
            `${indicatorEn(indicator)} has no result at all: ${reasons.en}.`,
          ),
        }
      }),
}
